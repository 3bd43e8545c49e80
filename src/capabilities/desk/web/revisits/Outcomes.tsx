import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { PossibleAct } from '#capabilities/matters/contract.ts';
import { matterQuery, replyTimes, useAct } from '#capabilities/matters/web/index.ts';
import { type Answers, AskForm, givenAnswers, KeyName, missingNames, Notice, startingAnswers, Trouble, useClock, useConfirm, useMinute, useNumbers, useWords } from '#ui/index.ts';
import { CallLater } from './CallLater.tsx';
import { isWhole, type Measure } from './measure.ts';
import { NewMeasure } from './NewMeasure.tsx';
import { useSpoken } from './useSpoken.ts';
import { useDigits } from './useDigits.ts';
import { revisitWords } from './words.ts';

interface Props { readonly matter: string; readonly act: PossibleAct; readonly goOn: () => void; readonly settled: () => void }

/** How the call ended: one key for the outcome, the rest only where it is needed, Ctrl+Enter, and the next customer comes. */
export function Outcomes({ matter, act, goOn, settled }: Props): ReactElement {
  const say = useWords(revisitWords);
  const { message } = App.useApp();
  const panel = useNumbers<HTMLDivElement>();
  const { busy, outcome, submit } = useAct(matter);
  const ends = act.asks.find((ask) => ask.type === 'outcome');
  // What was said is written first; who went along is rarely asked.
  const rest = act.asks.filter((ask) => ask !== ends).toSorted((left, right) => Number(right.type === 'text') - Number(left.type === 'text'));
  // What he said last time is history: a call begins with an empty sheet.
  const [answers, setAnswers] = useState<Answers>(() => ({ ...(act.asks.some((ask) => ask.name === 'how') ? { how: 'phone' } : {}), ...startingAnswers(act.asks.map((ask) => ({ ...ask, value: undefined }))) }));
  const [missing, setMissing] = useState<readonly string[]>([]);
  const spoken = useSpoken();
  const proposed = useProposedTime();
  const handler = Object.values(useQuery(matterQuery(matter)).data?.roles ?? {}).at(-1)?.bearerTitle ?? '';
  const [agreed, agree] = useState<Partial<Measure>>({});
  const measure: Measure = { reason: '', what: '', who: handler, by: proposed, ...agreed };
  const unsatisfied = ends !== undefined && answers[ends.name] === UNSATISFIED;
  const [unagreed, setUnagreed] = useState(false);
  const end = (id: string | undefined): void => {
    if (!ends || id === undefined) return;
    setAnswers({ ...answers, [ends.name]: id });
    setMissing([]);
  };
  useDigits((digit) => end(ends?.values[digit - 1]?.id));
  const confirm = async (): Promise<void> => {
    const empty = missingNames(act.asks, answers);
    setMissing(empty);
    setUnagreed(unsatisfied && !isWhole(measure));
    if (empty.length > 0 || busy || (unsatisfied && !isWhole(measure))) return;
    const fields = givenAnswers(act.asks, answers);
    const agreement = unsatisfied ? { text: [fields['text'], say('agreed', { reason: measure.reason, what: measure.what, who: measure.who, when: spoken(measure.by) })].filter(Boolean).join('\n'), until: measure.by } : {};
    if (await submit({ act: act.act, fields: { ...fields, ...agreement } })) { message.success(unsatisfied ? say('promised', { when: spoken(measure.by) }) : say('recorded')); goOn(); }
  };
  const hear = useConfirm(() => void confirm());
  if (!act.allowed) return <Notice text={`${say('notNow')}：${act.refusals[0]?.text ?? ''}`} />;
  return (
    <div ref={panel} onKeyDown={hear} className="revisit-record">
      {ends && <h3>{say('howEnded')}</h3>}
      {ends && (
        <div className="revisit-ends" role="radiogroup" aria-label={say('howEnded')}>{ends.values.map((value, index) => (
          <Button key={value.id} role="radio" aria-checked={answers[ends.name] === value.id} data-keytip={String(index + 1)} type={answers[ends.name] === value.id ? 'primary' : 'default'} size="large"
            onClick={() => end(value.id)}><KeyName>{String(index + 1)}</KeyName> {value.title}</Button>
        ))}<CallLater matter={matter} goOn={settled} /></div>
      )}
      {unsatisfied && <NewMeasure measure={measure} change={agree} wrong={unagreed && !isWhole(measure)} />}
      {ends && missing.includes(ends.name) && <p className="wrong" role="alert">{say('missing')}</p>}
      <AskForm asks={rest} answers={answers} change={setAnswers} missing={missing} open={unsatisfied ? 1 : 2} />
      {outcome?.is === 'refused' && <Notice text={outcome.refusals.map((refusal) => refusal.text).join(' ')} />}
      {outcome?.is === 'trouble' && <Trouble trouble={outcome.trouble} />}
      <p className="line"><Button type="primary" size="large" loading={busy} onClick={() => void confirm()}>{say('record')}</Button><KeyName>Ctrl+Enter</KeyName></p>
    </div>
  );
}

/** The outcome after which something more has to be done. */
const UNSATISFIED = 'unsatisfied';

/** By when something new is mostly promised. */
function useProposedTime(): string {
  const { zone } = useClock();
  const now = useMinute();
  return replyTimes(now, zone).at(-1) ?? '';
}
