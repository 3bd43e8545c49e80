import type { ActRecord, MatterState } from '../../matter.ts';
import type { Act } from '../../policy.ts';
import { approvalsFor } from '../approvals/covers.ts';
import { putIntoEvent, record, type Draft } from '../draft.ts';
import type { Attempt } from '../attempt.ts';
import { pauseFor, resumeAll } from '../obligations/index.ts';
import { extend } from './extend.ts';
import { giveBack, returnable } from './give-back.ts';
import { releasedThere, withAnswers } from './oversight.ts';
import { chased, takenUp, transfer, waive } from './pass-on.ts';
import { recall } from './recall.ts';

/** What acts of ours do beside being recorded. */
export function behave(draft: Draft, act: Act, entry: ActRecord, attempt: Attempt): void {
  switch (act.is) {
    case 'pause': if (entry.fields.reason !== undefined) pauseFor(draft, entry, entry.fields.reason); return;
    case 'resume': resumeAll(draft, entry); return;
    case 'void': draft.matter = { ...draft.matter, ended: 'void' }; return;
    case 'waive': waive(draft, entry); return;
    case 'extend': extend(draft, entry, approvalsFor(attempt)); return;
    case 'assign': if (act.daily) transfer(draft, entry); return;
    case 'chase': chased(draft, entry); return;
    case 'correct': corrected(draft, entry, attempt); return;
    default: if (act.daily) behaveDaily(draft, act, entry, attempt);
  }
}

/** These change what was before, so only the acts of ours do; a policy's own act of such a name does what the policy says. */
function behaveDaily(draft: Draft, act: Act, entry: ActRecord, attempt: Attempt): void {
  if (entry.fields.alarm === true) takenUp(draft, entry);
  if (act.is === 'return') {
    const found = returnable(draft.kind, draft.matter);
    if (found) giveBack(draft, found, entry);
  }
  if (act.is === 'recall' && attempt.matter.undo) recall(draft, attempt.matter.undo, entry);
  if (act.is === 'merge' && attempt.other) draft.matter = { ...draft.matter, ended: 'merged', mergedInto: { id: attempt.other.id, number: attempt.other.number } };
  if (act.is === 'unmerge') {
    const apart: MatterState = { ...draft.matter, ended: null, mergedInto: null };
    draft.matter = attempt.other ? withAnswers(apart, attempt.other, entry) : apart;
    if (attempt.other) bringRelease(draft, attempt.other, entry, attempt);
  }
}

/** Whoever oversees has released it in the other matter: it is released here too, under his name. */
function bringRelease(draft: Draft, there: MatterState, { at, recordedAt }: ActRecord, { actor }: Attempt): void {
  const act = draft.kind.acts['release'];
  const released = act && releasedThere(draft.matter, there);
  if (released) record(draft, act, { actor: released.by, at, recordedAt, fields: {}, facts: {} }, actor, { released: { id: there.id, number: there.number, by: released.by.person } });
}

/** What was corrected is shown as it is now; the event keeps what it was, free text among the words that can be erased. */
function corrected(draft: Draft, entry: ActRecord, { before }: Attempt): void {
  const names = Object.keys(entry.facts).filter((name) => before[name] !== undefined);
  const isText = (name: string): boolean => draft.kind.facts[name]?.type.is === 'text';
  const event = draft.events.find((each) => each.seq === entry.seq);
  for (const name of names.filter(isText)) if (event) Object.assign(event.words, { [`was.${name}`]: String(before[name]) });
  const plain = Object.fromEntries(names.filter((name) => !isText(name)).map((name) => [name, before[name]]));
  if (Object.keys(plain).length) putIntoEvent(draft, entry.seq, 'was', plain);
}
