import type { ActRecord, Bearer, MatterState, MergedMatter, ObligationState } from '../../matter.ts';
import type { Instant } from '../../instant.ts';
import { isOwing } from '../obligations/index.ts';

/** A 督办 whose answer is still owed: who oversees, since which act, and until when; null = the time has passed. */
export interface Oversight { readonly seq: number; readonly by: Bearer; readonly until: Instant | null }

const ofOversight = (matter: MatterState, ob: ObligationState): boolean => ob.duty === `${matter.kind}.overseen`;

/** Every 督办 of a matter that is still to be answered at `now`. */
export function oversightsOf(matter: MatterState, now: Instant): readonly Oversight[] {
  return matter.obligations.filter((ob) => ofOversight(matter, ob) && isOwing(ob)).flatMap((ob) => {
    const entry = matter.acts.find((each) => each.seq === ob.round);
    if (!entry || entry.actor === 'system') return [];
    const until = entry.fields.until ?? ob.dueAt;
    return [{ seq: entry.seq, by: entry.actor, until: until !== null && until > now ? until : null }];
  });
}

/** What came along with a duplicate ends here when it goes back, also where its time has passed: the miss stays in the history, the answer is owed there alone. */
export function withoutCarried(matter: MatterState, back: readonly number[]): MatterState {
  return { ...matter, obligations: matter.obligations.map((ob) => (ofOversight(matter, ob) && back.includes(ob.round) && isOwing(ob) ? { ...ob, status: 'void', next: null } : ob)) };
}

/** Whether what one matter owed to an overseer was answered in the matter it was merged into. */
function answeredThere(there: MatterState, link: MergedMatter | undefined, seq: number): ObligationState | null {
  const carried = link?.oversights?.find((each) => each.of === seq);
  return there.obligations.find((ob) => carried !== undefined && ofOversight(there, ob) && ob.round === carried.seq && ob.metAt !== null) ?? null;
}

/** What was answered there is answered here too: nobody is asked twice for one 督办. */
export function withAnswers(matter: MatterState, there: MatterState, entry: ActRecord): MatterState {
  const link = there.merged?.find((each) => each.id === matter.id);
  return {
    ...matter, obligations: matter.obligations.map((ob) => {
      const answer = ofOversight(matter, ob) ? answeredThere(there, link, ob.round) : null;
      if (!answer) return ob;
      const met = { ...ob, metAt: answer.metAt, metBy: entry.seq, next: null };
      if (ob.status === 'breached') return { ...met, status: 'met-late' };
      return ob.status === 'void' ? { ...met, status: answer.status, dueAt: answer.dueAt, breachedAt: answer.breachedAt, noticedAt: answer.noticedAt } : ob;
    }),
  };
}
