import type { MatterJson, ObligationJson } from '../../contract.ts';
import { isAnswer, isOwed } from './limits.ts';

/** What an act would do to one limit of its matter. Times as ISO text. */
export type Consequence =
  | { readonly is: 'moved'; readonly title: string; readonly from: string | null; readonly to: string | null }
  | { readonly is: 'new'; readonly title: string; readonly who: ObligationJson['bearerWords']; readonly to: string | null }
  | { readonly is: 'gone' | 'carried' | 'done' | 'stopped' | 'again' | 'annulled'; readonly title: string };

/** Compares a matter with what it would be: which limits move, arise, are met, stand still or are owed no more; a breach that is annulled says so, and so does what is owed in the matter that this one is merged into. */
export function consequencesOf(before: Pick<MatterJson, 'obligations'>, after: Pick<MatterJson, 'obligations' | 'ended'>): readonly Consequence[] {
  const known = new Map(before.obligations.map((each) => [each.id, each]));
  return after.obligations.flatMap((now): readonly Consequence[] => {
    const was = known.get(now.id);
    const { title } = now;
    if (!was) return isOwed(now) ? [{ is: 'new', title, who: now.bearerWords, to: now.dueAt }] : [];
    if (now.recordedLate && !was.recordedLate) return [{ is: 'annulled', title }];
    if (isOwed(was) && (now.state === 'met' || now.state === 'met-late')) return [{ is: 'done', title }];
    if (isOwed(was) && (now.state === 'void' || now.state === 'waived')) return [{ is: after.ended === 'merged' && isAnswer(now) ? 'carried' : 'gone', title }];
    if (was.state !== 'paused' && now.state === 'paused') return [{ is: 'stopped', title }];
    if (!isOwed(was) && isOwed(now)) return [{ is: 'again', title }];
    return isOwed(now) && was.dueAt !== now.dueAt ? [{ is: 'moved', title, from: was.dueAt, to: now.dueAt }] : [];
  });
}
