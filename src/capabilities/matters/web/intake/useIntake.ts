import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { givenAnswers, isBlank, maskedPhone, Problem, useNewest, useSubmission, useWords } from '#ui/index.ts';
import { customersQuery, normalPhone } from '#capabilities/customers/web/index.ts';
import type { KindJson } from '#capabilities/policies/web/index.ts';
import type { AskJson, IntakeAnswer, IntakeForecast, ReceiveBody } from '../../contract.ts';
import { act } from '../calls.ts';
import { bodyOf, correctedCaller, draftLacks, placedAsks, recordOf, savedAs, spareCharacters, type Draft, type PlacedAsks } from '../rules/draft.ts';
import { alarmingKind, isSaid, proposedDangers } from './rules/dangers.ts';
import type { Writing } from './useDrafts.ts';
import { useForecast, type Forecast } from './useForecast.ts';
import { attachmentsOf } from './usePictures.ts';
import { intakeBodyOf, useSave, type Follow, type Pressed } from './useSave.ts';
import { intakeWords } from './words.ts';

/** What was saved, the draft it came from, and what was written into that after the press: nothing typed is lost. */
export interface Saved { readonly answer: IntakeAnswer; readonly draft: Draft; readonly left: string; readonly then: Follow }

const STAYS = 8;
/** So many digits are looked for among the customers. */
export const ENOUGH = 4;

export interface Intake {
  readonly kind: KindJson | null; readonly placed: PlacedAsks<AskJson>; readonly aside: string; readonly forecast: Forecast['forecast'];
  /** Who gets it: chosen, or proposed for just these words and facts; '' = nobody. */
  readonly to: string;
  /** What the last of so many tries lacked. */
  readonly lacks: readonly string[]; readonly tries: number; /** A danger is ticked: it is saved at once, whatever else is missing. */ readonly endangered: boolean; readonly pressed: Pressed | null; readonly trouble: unknown; readonly customerGone: boolean; readonly saved: Saved | null;
  readonly submit: (then: Follow) => Promise<void>;
  /** Reports urgently with one sentence; the draft stays open for the rest. @returns whether it went out */
  readonly report: (sentence: string) => Promise<boolean>;
  /** Tries once more what did not succeed. */
  readonly again: () => void;
  readonly closeSaved: () => void;
}

/** What the last try of a draft lacked, and what any try before: a question is asked once. */
interface Lacked { readonly draft: string; readonly names: readonly string[]; readonly before: readonly string[]; readonly tries: number }

/** The intake of one draft: what is sent, what it would do, and saving it. */
export function useIntake(writing: Writing, kinds: readonly KindJson[]): Intake {
  const say = useWords(intakeWords);
  const { draft } = writing;
  const [lacked, setLacked] = useState<Lacked>({ draft: '', names: [], before: [], tries: 0 });
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [saved, setSaved] = useState<Saved | null>(null);
  const newest = useNewest(writing);
  const saving = useSave(writing.whose);
  const completing = useCompletion(writing);
  const kind = kinds.find((one) => one.id === draft.kind) ?? null;
  const aside = useAside(draft);
  const asks = kind?.asks.filter((ask) => ask.name !== 'content') ?? [];
  const dangers = (kind?.dangers ?? []).filter((each) => isSaid(each, draft.answers)).map((each) => each.title);
  // What is in danger says enough to begin with.
  const receive = kind === null ? null : bodyOf(draft.content.trim() === '' && dangers.length > 0 ? { ...draft, content: dangers.join('、') } : draft, asks, say('unnamed'), aside);
  // What is too long to be kept is not asked about either: the field says so already.
  // Whoever chose nobody does not pass it on.
  const asked = receive && spareCharacters(draft, aside) >= 0 ? { ...intakeBodyOf({ draft, receive, then: draft.to === '' ? null : 'forward', to: draft.to ?? '' }), draft: 'forecast' } : null;
  const { forecast, usual } = useForecast(draft.id, asked);
  const to = draft.to ?? usual;

  const submit = async (then: Follow): Promise<void> => {
    if (saving.pressed !== null || completing.busy || writing.elsewhere) return;
    // The alarm of an urgent report is out: its receiver is asked for once, and pressing again completes the record without one.
    const before = lacked.draft === draft.id ? lacked.before : [];
    const nobody = to === '' && owesReceiver(forecast.data) && (draft.urgent ? !before.includes('to') : then === 'forward' && dangers.length === 0);
    const needs = then === 'answer' && !draft.urgent ? forecast.data?.answer?.needs ?? null : null;
    const someoneOf = wantsChoice(draft) && dangers.length === 0 ? await cache.ensureQueryData(customersQuery({ phone: normalPhone(draft.phone) })).catch(() => []) : [];
    // In the order they stand in: the first one gets the focus.
    // Words that sound like danger are asked about once: whoever saves again has said that they are none.
    const heard = kind && alarmingKind(kind, kinds, draft.content, draft.answers);
    const unsure = !draft.urgent && dangers.length === 0 && !before.includes('danger') && proposedDangers(heard?.dangers ?? [], draft.content, draft.answers).length > 0;
    const lacking = [...(unsure ? ['danger'] : []), ...(someoneOf.length > 0 ? ['caller'] : []), ...draftLacks(draft, aside, dangers.length > 0), ...(nobody ? ['to'] : []), ...(needs !== null && isBlank(draft.answers[needs]) ? ['answer'] : [])];
    setLacked({ draft: draft.id, names: lacking, before: [...before, ...lacking], tries: lacked.tries + 1 });
    if (lacking.length > 0 || receive === null) return;
    if (draft.urgent) return completing.complete(draft, draft.urgent, { ...givenAnswers(asks, draft.answers), ...(kind ? { content: recordOf(draft.content, aside) } : {}), ...correctedCaller(draft, receive) }, passingOn(forecast.data, to), owesReceiver(forecast.data));
    const answer = await saving.save({ draft, receive: then === 'answer' ? answering(receive, forecast.data) : receive, then, to }, then === 'answer' ? givenAnswers(forecast.data?.answer?.asks ?? [], draft.answers) : {});
    if (!answer) return newest.current.draft.id === draft.id ? undefined : void message.warning(say('notSavedParked', { who: draft.customer?.name ?? (draft.name || maskedPhone(draft.phone) || say('unknownCaller')) }), STAYS);
    const now = [newest.current.draft, ...newest.current.parked].find((each) => each.id === draft.id) ?? draft;
    const left = answer.already ? now.content.trim() : writtenSince(draft.content, now.content);
    setSaved({ answer, draft, left, then });
    // Neither somebody else's record nor a slow answer takes away what is written here.
    if (!answer.already && left === '') newest.current.done(draft);
  };
  const report = async (sentence: string): Promise<boolean> => {
    if (kind === null) return false;
    const plain = bodyOf({ ...draft, content: sentence }, asks, say('unnamed'), aside);
    const answer = await saving.save({ draft: { ...draft, content: sentence, id: `${savedAs(draft)}/urgent`, call: '', pictures: [] }, receive: { ...plain, urgent: true }, then: null, to: '' });
    if (answer) writing.change({ urgent: { id: answer.matter.id, number: answer.matter.number, customer: answer.matter.customer?.id ?? null }, content: reportedWith(draft.content, sentence), customer: draft.customer ?? answer.matter.customer });
    return answer !== null;
  };
  const trouble = saving.failed?.draft === draft.id ? saving.failed.trouble : null;
  const lacks = lacksReceiver(trouble) ? ['to'] : lacked.draft === draft.id ? lacked.names : [];
  return {
    kind, placed: placedAsks(kind?.asks ?? [], kind?.axes ?? []), aside, forecast, to, lacks, tries: lacked.tries, endangered: dangers.length > 0, saved, submit, report, again: () => void submit(saving.failed?.then ?? null), closeSaved: () => setSaved(null),
    pressed: saving.pressed ?? (completing.busy ? { draft: draft.id, then: null } : null), trouble: lacksReceiver(trouble) ? null : trouble,
    // Merged with another, or erased.
    customerGone: trouble instanceof Problem && trouble.kind === 'not-found' && draft.customer !== null,
  };
}

/** Whether the policy wants it passed on now, and does not do so by itself. */
function owesReceiver(forecast: IntakeForecast | undefined): boolean {
  return forecast !== undefined && forecast.routed === null && (forecast.forward?.owed ?? false);
}

/** Nobody is named or chosen for a number that may have a file: without a choice a second one would be made. */
function wantsChoice({ customer, another, name, phone }: Draft): boolean {
  return customer === null && !another && name.trim() === '' && normalPhone(phone).length >= ENOUGH;
}

/** The server says the same of a draft whose forecast had not come yet. */
function lacksReceiver(trouble: unknown): boolean {
  return trouble instanceof Problem && trouble.code === 'receiver-needed';
}

/** What the record begins with after an urgent report: what was reported, and what was written before where the report left it out. */
function reportedWith(written: string, sentence: string): string {
  return sentence.includes(written.trim()) ? sentence : `${sentence}\n${written.trim()}`;
}

/** What was added while the server was slow; where the words were changed, all of them. */
function writtenSince(sent: string, now: string): string {
  return (now.startsWith(sent) ? now.slice(sent.length) : now).trim();
}

/** Who called and where it is, as a line below the words; '' when it is the customer at his own address. */
function useAside(draft: Draft): string {
  const say = useWords(intakeWords);
  const place = draft.place.trim();
  const parts = [...(draft.caller === 'self' ? [] : [say('asideCaller', { who: say(draft.caller) })]), ...(place === '' || place === (draft.customer?.address ?? draft.address) ? [] : [say('asidePlace', { place })])];
  return parts.length === 0 ? '' : say('aside', { parts: parts.join(say('asideStop')) });
}

/** Answered on the spot by the policy's own tick, where it has one. */
function answering(receive: ReceiveBody, forecast: IntakeForecast | undefined): ReceiveBody {
  const tick = forecast?.answer?.tick;
  return tick ? { ...receive, facts: { ...receive.facts, [tick]: true } } : receive;
}

interface Next { readonly act: string; readonly title: string; readonly to: string }

/** The act by which a completed record is passed on to whoever is chosen; null where nobody is, or the policy does it itself. */
export function passingOn(forecast: IntakeForecast | undefined, to: string): Next | null {
  return forecast?.forward && forecast.routed === null && to !== '' ? { act: forecast.forward.act, title: forecast.forward.title, to } : null;
}

/** Completes the record of an urgent report, and passes it on where somebody is chosen: an act of the matter that is there. */
function useCompletion(writing: Writing) {
  const say = useWords(intakeWords);
  const { message } = App.useApp();
  const cache = useQueryClient();
  const submission = useSubmission();
  const passing = useSubmission();
  const [busy, setBusy] = useState(false);
  // The record is complete by then, whatever becomes of this: the answer says why it was not passed on.
  const passOn = async (matter: string, { act: name, to }: Next): Promise<string | null> => {
    const body = { act: name, fields: { to } };
    try {
      await act(matter, body, passing.keyFor([matter, body]));
      passing.done();
      return null;
    } catch (failed) {
      return failed instanceof Error ? failed.message : String(failed);
    }
  };
  const complete = async ({ pictures }: Draft, urgent: NonNullable<Draft['urgent']>, fields: Record<string, unknown>, next: Next | null, owed: boolean): Promise<void> => {
    setBusy(true);
    try {
      const files = await attachmentsOf(writing.whose, pictures, Date.now());
      const body = { act: 'complete-record', fields: { ...fields, ...(files.length > 0 ? { files } : {}) } };
      await act(urgent.id, body, submission.keyFor([urgent.id, body]));
      submission.done();
      const undone = next && await passOn(urgent.id, next);
      if (undone) message.warning(say('completedNotPassedOn', { number: urgent.number, act: next.title, why: undone }), STAYS);
      else if (!next && owed) message.warning(say('completedKept', { number: urgent.number }), STAYS);
      else message.success(say(next ? 'completedAnd' : 'completed', { number: urgent.number, act: next?.title ?? '' }));
      for (const name of ['desk', 'matters', 'matter', 'customer']) void cache.invalidateQueries({ queryKey: [name] });
      writing.done();
    } catch (failed) {
      message.warning(failed instanceof Error ? failed.message : String(failed));
    }
    setBusy(false);
  };
  return { busy, complete };
}
