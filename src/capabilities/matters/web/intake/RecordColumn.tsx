import { Button, Input, Select } from 'antd';
import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';
import { AskForm, isBlank, KeyName, Trouble, useNumbers, useWords } from '#ui/index.ts';
import type { KindJson } from '#capabilities/policies/web/index.ts';
import type { AskJson, IntakeForecast } from '../../contract.ts';
import { channels } from '../../contract.ts';
import { channelWords } from '../channels.ts';
import { CALLERS, derivedSubject, type Draft, type PlacedAsks } from '../rules/draft.ts';
import { AnswerField } from './AnswerField.tsx';
import { AnswerRow } from './AnswerRow.tsx';
import type { Phrase } from './phrase.ts';
import { FactChips } from './FactChips.tsx';
import { WantedRow } from './WantedRow.tsx';
import { intakeWords } from './words.ts';

interface Props {
  readonly draft: Draft; readonly change: (part: Partial<Draft>) => void; readonly chooseKind: (kind: string) => void; readonly kinds: readonly KindJson[];
  readonly placed: PlacedAsks<AskJson>; readonly forecast: IntakeForecast | undefined; readonly to: string; readonly lacks: readonly string[]; readonly tries: number; readonly trouble: unknown; readonly again: () => void;
  readonly askProgress: () => void; readonly numbered: boolean;
  /** The field of the words, the band above it, what the words propose (below them: nothing moves under the pen), and the buttons: the page makes them. */
  readonly content: ReactNode; readonly phrases: readonly Phrase[]; readonly bands: ReactNode; readonly proposal: ReactNode; readonly buttons: ReactNode;
}

/** What is recorded: kind, words, facts, what is wanted, until when an answer is promised, and to whom it goes. */
export function RecordColumn({ draft, change, chooseKind, kinds, placed, forecast, to, lacks, tries, trouble, again, askProgress, numbered, content, phrases, bands, proposal, buttons }: Props): ReactElement {
  const say = useWords(intakeWords);
  const answers = (next: Draft['answers']): void => change({ answers: next });
  const needs = forecast?.answer?.needs ?? null;
  const unanswered = lacks.includes('answer') && needs !== null && isBlank(draft.answers[needs]);
  const fields = useRef<HTMLDivElement>(null);
  // To the field itself: the answer is typed at once, and the same keys save again.
  useEffect(() => { if (unanswered && lacks[0] === 'answer') fields.current?.querySelector<HTMLElement>(`[id$="-${needs}"]`)?.focus(); }, [unanswered, lacks, needs, tries]);
  const asked = [...placed.rest, ...(forecast?.answer?.asks ?? []).filter((ask) => !placed.rest.some((each) => each.name === ask.name))];
  const answer = asked.find((ask) => ask.name === needs && ask.type === 'text' && ask.values.length === 0);
  const further = asked.filter((ask) => ask !== answer);
  return (
    <section className="intake-record" aria-label={say('title')}>
      <div ref={fields} className="intake-fields">
        {bands}
        <KindRow draft={draft} chooseKind={chooseKind} kinds={kinds} askProgress={askProgress} numbered={numbered} />
        {lacks.includes('kind') && <span role="alert" className="field-says">{say('kindNeeded')}</span>}
        <PlaceRow draft={draft} change={change} />
        {content}
        <FactChips asks={placed.ticks} answers={draft.answers} change={answers} />
        {proposal}
        {lacks.includes('danger') && <span role="alert" className="field-says">{say('dangerUnanswered')}</span>}
        {placed.wanted && <WantedRow ask={placed.wanted} answers={draft.answers} change={answers} />}
        <AnswerRow draft={draft} change={change} ask={placed.answerBy} forecast={forecast} to={to} missed={lacks.includes('to') ? tries : 0} first={lacks[0] === 'to'} />
        {answer && <AnswerField ask={answer} value={draft.answers[answer.name]} change={(text) => answers({ ...draft.answers, [answer.name]: text })} phrases={phrases} missing={unanswered} />}
        {further.length > 0 && <AskForm asks={further.map((ask) => (unanswered && ask.name === needs ? { ...ask, required: true } : ask))} answers={draft.answers} change={answers} missing={unanswered ? [needs] : []} open={draft.kind !== '' && forecast?.answer ? 2 : 0} />}
        {unanswered && !answer && <span role="alert" className="field-says">{say('answerNeeded')}</span>}
        <SubjectRow draft={draft} change={change} />
        {trouble !== null && <><Trouble trouble={trouble} again={again} /><p className="quiet">{say('keptText')}</p></>}
      </div>
      {buttons}
    </section>
  );
}

type Kinds = Pick<Props, 'draft' | 'chooseKind' | 'kinds' | 'askProgress' | 'numbered'>;

/** The kinds of the policy, with numbers while Alt means them (a number never does something else), and 查进度: most calls ask how far it is. */
function KindRow({ draft, chooseKind, kinds, askProgress, numbered }: Kinds): ReactElement {
  const say = useWords(intakeWords);
  const panel = useNumbers<HTMLDivElement>(numbered);
  const tip = (at: number): { 'data-keytip'?: number } => (numbered && at < 9 ? { 'data-keytip': at + 1 } : {});
  return (
    <div ref={panel} className="kinds" role="radiogroup" aria-label={say('kind')}>
      {kinds.map((kind, at) => (
        <Button key={kind.id} role="radio" aria-checked={draft.kind === kind.id} className={draft.kind === kind.id ? 'chip chip-on' : 'chip'} onClick={() => chooseKind(kind.id)} {...tip(at)}>
          {numbered && at < 9 && <KeyName>{String(at + 1)}</KeyName>}{kind.title}
        </Button>
      ))}
      <Button className="chip" onClick={askProgress} {...tip(kinds.length)}>{numbered && kinds.length < 9 && <KeyName>{String(kinds.length + 1)}</KeyName>}{say('askProgress')}</Button>
    </div>
  );
}

function PlaceRow({ draft, change }: Pick<Props, 'draft' | 'change'>): ReactElement {
  const say = useWords(intakeWords);
  const sayChannel = useWords(channelWords);
  const id = useId();
  const known = draft.customer?.address ?? draft.address;
  return (
    <div className="place-row">
      <label htmlFor={`${id}-place`}>{say('place')}</label>
      <Input id={`${id}-place`} value={draft.place} placeholder={known} maxLength={300} onChange={(event) => change({ place: event.target.value })} />
      <label htmlFor={`${id}-caller`}>{say('caller')}</label>
      <Select id={`${id}-caller`} value={draft.caller} onChange={(caller: Draft['caller']) => change({ caller })} options={CALLERS.map((one) => ({ value: one, label: say(one) }))} popupMatchSelectWidth={false} />
      <Select aria-label={say('channel')} value={draft.channel} onChange={(channel: Draft['channel']) => change({ channel })} options={channels.map((one) => ({ value: one, label: sayChannel(one) }))} popupMatchSelectWidth={false} />
    </div>
  );
}

/** Nobody writes subjects on the telephone: it is derived, and can be written otherwise. */
function SubjectRow({ draft, change }: Pick<Props, 'draft' | 'change'>): ReactElement | null {
  const say = useWords(intakeWords);
  const id = useId();
  const derived = derivedSubject(draft);
  if (derived === '' && draft.subject === '') return null;
  return (
    <div className="subject-row">
      <label htmlFor={id} className="quiet">{say('subject')}</label>
      <Input id={id} variant="borderless" value={draft.subject} placeholder={derived} maxLength={200} onChange={(event) => change({ subject: event.target.value })} />
    </div>
  );
}
