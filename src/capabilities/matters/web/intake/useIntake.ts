import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { givenAnswers, useSubmission, useWords } from '#ui/index.ts';
import type { KindJson } from '#capabilities/policies/web/index.ts';
import type { AskJson, IntakeAnswer, IntakeForecast, ReceiveBody } from '../../contract.ts';
import { act } from '../calls.ts';
import { bodyOf, draftLacks, placedAsks, recordOf, savedAs, spareCharacters, type Draft, type PlacedAsks } from '../rules/draft.ts';
import type { Writing } from './useDrafts.ts';
import { useForecast } from './useForecast.ts';
import { intakeBodyOf, useSave, type Follow } from './useSave.ts';
import { intakeWords } from './words.ts';

export interface Intake {
  readonly kind: KindJson | null; readonly placed: PlacedAsks<AskJson>; readonly aside: string; readonly forecast: ReturnType<typeof useForecast>;
  readonly lacks: readonly string[]; readonly busy: boolean; readonly trouble: unknown; readonly customerGone: boolean; readonly saved: IntakeAnswer | null;
  readonly submit: (then: Follow) => Promise<void>;
  /** Reports urgently with one sentence; the draft stays open for the rest. @returns whether it went out */
  readonly report: (sentence: string) => Promise<boolean>;
  readonly closeSaved: () => void;
}

/** The intake of one draft: what is sent, what it would do, and saving it. */
export function useIntake(writing: Writing, kinds: readonly KindJson[]): Intake {
  const say = useWords(intakeWords);
  const { draft } = writing;
  const [lacks, setLacks] = useState<readonly string[]>([]);
  const [saved, setSaved] = useState<IntakeAnswer | null>(null);
  const saving = useSave(writing.whose);
  const completing = useCompletion(writing);
  const kind = kinds.find((one) => one.id === draft.kind) ?? null;
  const aside = useAside(draft);
  const asks = kind?.asks.filter((ask) => ask.name !== 'content') ?? [];
  const receive = kind === null ? null : bodyOf(draft, asks, say('unnamed'), aside);
  // What is too long to be kept is not asked about either: the field says so already.
  const forecast = useForecast(receive && spareCharacters(draft, aside) >= 0 ? { ...intakeBodyOf(draft, receive, 'forward'), draft: 'forecast' } : null);

  const submit = async (then: Follow): Promise<void> => {
    const lacking = draftLacks(draft, aside);
    setLacks(lacking);
    if (lacking.length > 0 || receive === null || saving.busy || completing.busy || writing.elsewhere) return;
    if (draft.urgent) return completing.complete(draft.urgent, { ...givenAnswers(asks, draft.answers), ...(kind ? { content: recordOf(draft.content, aside) } : {}) });
    const answer = await saving.save(draft, then === 'answer' ? answering(receive, forecast.data) : receive, then, then === 'answer' ? givenAnswers(forecast.data?.answer?.asks ?? [], draft.answers) : {});
    if (!answer) return;
    setSaved(answer);
    // Somebody else's record does not take the words of this one away.
    if (!answer.already) writing.done();
  };
  const report = async (sentence: string): Promise<boolean> => {
    if (kind === null || saving.busy) return false;
    const plain = bodyOf({ ...draft, content: sentence }, asks, say('unnamed'), aside);
    const answer = await saving.save({ ...draft, content: sentence, id: `${savedAs(draft)}/urgent`, call: '', pictures: [] }, { ...plain, urgent: true }, null);
    if (answer) writing.change({ urgent: { id: answer.matter.id, number: answer.matter.number }, content: draft.content.trim() === '' ? sentence : draft.content, customer: draft.customer ?? answer.matter.customer });
    return answer !== null;
  };
  return { kind, placed: placedAsks(kind?.asks ?? [], kind?.axes ?? []), aside, forecast, lacks, busy: saving.busy || completing.busy, trouble: saving.trouble, customerGone: saving.customerGone && draft.customer !== null, saved, submit, report, closeSaved: () => setSaved(null) };
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

/** Completes the record of an urgent report: an act of the matter that is there. */
function useCompletion(writing: Writing) {
  const say = useWords(intakeWords);
  const { message } = App.useApp();
  const cache = useQueryClient();
  const submission = useSubmission();
  const [busy, setBusy] = useState(false);
  const complete = async (urgent: NonNullable<Draft['urgent']>, fields: Record<string, unknown>): Promise<void> => {
    setBusy(true);
    try {
      const body = { act: 'complete-record', fields };
      await act(urgent.id, body, submission.keyFor([urgent.id, body]));
      submission.done();
      message.success(say('completed', { number: urgent.number }));
      for (const name of ['desk', 'matters', 'matter', 'customer']) void cache.invalidateQueries({ queryKey: [name] });
      writing.done();
    } catch (failed) {
      message.warning(failed instanceof Error ? failed.message : String(failed));
    }
    setBusy(false);
  };
  return { busy, complete };
}
