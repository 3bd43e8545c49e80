import { useQuery } from '@tanstack/react-query';
import type { InputRef } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useEffect, useRef, useState, type ComponentType, type ReactElement, type RefObject } from 'react';
import { Answer, Nothing, useShortcut, useWords } from '#ui/index.ts';
import { customerQuery } from '#capabilities/customers/web/index.ts';
import { kindsQuery, type KindJson } from '#capabilities/policies/web/index.ts';
import { isEmptyDraft } from '../rules/draft.ts';
import { alarmingKind } from './rules/dangers.ts';
import { Bands } from './Bands.tsx';
import { ButtonBar, forwardsWith } from './ButtonBar.tsx';
import { CallerColumn } from './CallerColumn.tsx';
import { ContentField } from './ContentField.tsx';
import { DangerProposal } from './DangerLines.tsx';
import { DraftStrip } from './DraftStrip.tsx';
import { ForecastColumn } from './ForecastColumn.tsx';
import type { Phrase } from './phrase.ts';
import { RecordColumn } from './RecordColumn.tsx';
import { SavedBand } from './SavedBand.tsx';
import { SimilarBand } from './SimilarBand.tsx';
import { TellPanel } from './TellPanel.tsx';
import { AlarmBox, UrgentPanel } from './UrgentPanel.tsx';
import { useDrafts } from './useDrafts.ts';
import { useIntake } from './useIntake.ts';
import { usePictures } from './usePictures.ts';
import { usePop } from './usePop.ts';
import { intakeWords } from './words.ts';
import './intake.css';

/** What the intake is given from beside: the phrases are another capability's. */
export interface IntakeParts { readonly phrases: readonly Phrase[]; readonly PhrasesPanel: ComponentType<{ readonly close: () => void }> }

/** 来电登记: the number first, then what is said, and beside it what will follow. */
export default function IntakePage(parts: IntakeParts): ReactElement {
  const say = useWords(intakeWords);
  const kinds = useQuery(kindsQuery);
  return (
    <Answer of={kinds} rows={8}>{(found) => {
      const mine = found.filter((kind) => kind.mayReceive);
      return mine.length === 0 ? <Nothing text={say('noKinds')} /> : <Intake kinds={mine} {...parts} />;
    }}</Answer>
  );
}

type Panel = { readonly is: 'tell'; readonly matter: string; readonly words: string } | { readonly is: 'urgent' } | { readonly is: 'phrases' } | null;

function Intake({ kinds, phrases, PhrasesPanel }: { kinds: readonly KindJson[] } & IntakeParts): ReactElement {
  const writing = useDrafts();
  const { draft, change, chooseKind } = writing;
  const intake = useIntake(writing, kinds);
  const popped = usePop(writing);
  const pictures = usePictures(writing);
  const fields = { number: useRef<InputRef>(null), content: useRef<TextAreaRef>(null) };
  const [panel, open] = useState<Panel>(null);
  const [past, letPast] = useState('');
  const waiting = useQuery(customerQuery(draft.customer?.id ?? null)).data?.open ?? [];
  const { kind, placed, forecast, pressed } = intake;
  useFocus(draft.id, draft.phone !== '', popped.times, writing.waiting !== null, fields);
  useEffect(() => open(null), [draft.id]);
  useEffect(() => {
    const [first] = kinds;
    if (first && kind === null) chooseKind(first.id);
  });
  // While nothing is written, a caller with something open most likely asks about that: Alt and a number means those.
  const asking = draft.customer !== null && waiting.length > 0 && draft.content.trim() === '' && past !== draft.id && panel === null;
  // A danger that this kind does not know is heard of all the same.
  const alarming = kind && alarmingKind(kind, kinds, draft.content, draft.answers);
  const forwards = forwardsWith(forecast.data, intake.to);
  const submit = (...then: Parameters<typeof intake.submit>): void => void intake.submit(...then);
  const done = (): void => {
    open(null);
    if (draft.content.trim() === '' || panel?.is === 'tell' && panel.words !== '') writing.done();
  };
  useShortcut('F9', () => submit(draft.urgent || !(forwards || intake.endangered) ? null : 'forward'));
  useShortcut('Ctrl+Enter', () => submit(forecast.data?.answer && !draft.urgent ? 'answer' : null));
  useShortcut('Alt+0', () => open({ is: 'urgent' }));
  useShortcut('F2', () => (isEmptyDraft(draft) ? fields.number.current?.focus() : writing.park()));
  useShortcut('Escape', () => letPast(draft.id), { active: asking });
  const back = (): void => {
    open(null);
    fields.content.current?.focus({ cursor: 'end' });
  };
  const first = waiting[0];
  return (
    <div className="intake">
      <DraftStrip writing={writing} urgent={() => open({ is: 'urgent' })} managePhrases={() => open({ is: 'phrases' })} />
      {intake.saved && <SavedBand key={intake.saved.answer.matter.id} saved={intake.saved} close={intake.closeSaved} noted={() => { writing.done(intake.saved?.draft); intake.closeSaved(); }} />}
      <Bands writing={writing} refused={popped.refused} />
      <fieldset className="intake-columns" disabled={writing.elsewhere}>
        <CallerColumn draft={draft} change={change} gone={intake.customerGone} unchosen={intake.lacks[0] === 'caller' ? intake.tries : 0} endangered={intake.endangered} numbered={asking} choose={(matter) => open({ is: 'tell', matter, words: '' })} field={fields.number} next={() => fields.content.current?.focus()} />
        <RecordColumn
          draft={draft} change={change} chooseKind={chooseKind} kinds={kinds} placed={placed} forecast={forecast.data} to={intake.to} lacks={intake.lacks} tries={intake.tries} trouble={intake.trouble} again={intake.again} numbered={!asking && panel === null}
          askProgress={() => { if (first) open({ is: 'tell', matter: first.id, words: draft.content.trim() }); }}
          bands={<SimilarBand draft={draft} intoIt={({ id }) => open({ is: 'tell', matter: id, words: draft.content.trim() })} />}
          proposal={alarming && <DangerProposal kind={alarming} other={alarming !== kind} text={draft.content} answers={draft.answers} change={(answers) => { if (alarming !== kind) chooseKind(alarming.id); change({ answers }); }} />}
          phrases={phrases} content={<ContentField draft={draft} change={change} aside={intake.aside} lacks={intake.lacks} tries={intake.tries} phrases={phrases} pictures={pictures} whose={writing.whose} field={fields.content} />}
          buttons={<ButtonBar draft={draft} forecast={forecast.data} to={intake.to} pressed={pressed} keptAt={writing.keptAt} submit={submit} drop={() => writing.done()} />} />
        <div className="intake-right">
          {draft.urgent && <AlarmBox urgent={draft.urgent} />}
          {panel?.is === 'tell' && draft.customer ? <TellPanel draft={draft.id} customer={draft.customer.id} matter={panel.matter} words={panel.words} done={done} close={back} />
            : <ForecastColumn draft={draft} change={change} kind={kind} placed={placed} forecast={forecast} />}
        </div>
      </fieldset>
      {panel?.is === 'urgent' && !draft.urgent && <UrgentPanel draft={draft} kind={kind} change={change} busy={pressed !== null} trouble={intake.trouble} send={(sentence) => void intake.report(sentence).then((sent) => { if (sent) back(); })} close={back} />}
      {panel?.is === 'phrases' && <PhrasesPanel close={back} />}
    </div>
  );
}

/** After a screen-pop the words have the focus, on an empty draft the number; neither while a call waits for room. */
function useFocus(draft: string, called: boolean, pops: number, waits: boolean, fields: { readonly number: RefObject<InputRef | null>; readonly content: RefObject<TextAreaRef | null> }): void {
  const { number, content } = fields;
  useEffect(() => {
    if (waits) return;
    if (called) content.current?.focus({ cursor: 'end' });
    else number.current?.focus();
  }, [draft, pops, waits, number, content]);
}
