import type { ActRecord, Bearer, MatterState, MergedMatter, ObligationState } from '../../matter.ts';
import type { Instant } from '../../instant.ts';
import { isOwing } from '../obligations/index.ts';

/** What somebody who leads is answered for, by the duty (督办, 批示), and the act that began it. */
const BEGUN: Readonly<Record<string, 'oversee' | 'instruct' | undefined>> = { overseen: 'oversee', instructed: 'instruct' };

/** A 督办 or a 批示 whose answer is still owed: who asks for it, by which act, and until when; null = the time has passed. */
export interface Oversight { readonly act: 'oversee' | 'instruct'; readonly seq: number; readonly by: Bearer; readonly until: Instant | null }

const begunBy = (matter: MatterState, ob: ObligationState): 'oversee' | 'instruct' | undefined => (ob.duty.startsWith(`${matter.kind}.`) ? BEGUN[ob.duty.slice(matter.kind.length + 1)] : undefined);

/** Every 督办 and 批示 of a matter that is still to be answered at `now`. */
export function oversightsOf(matter: MatterState, now: Instant): readonly Oversight[] {
  return matter.obligations.filter(isOwing).flatMap((ob) => {
    const act = begunBy(matter, ob);
    const entry = matter.acts.find((each) => each.seq === ob.round);
    if (!act || !entry || entry.actor === 'system') return [];
    const until = entry.fields.until ?? ob.dueAt;
    return [{ act, seq: entry.seq, by: entry.actor, until: until !== null && until > now ? until : null }];
  });
}

/** Whether what one matter owed to an overseer was answered in the matter it was merged into. */
function answeredThere(there: MatterState, link: MergedMatter | undefined, seq: number): ObligationState | null {
  const carried = link?.oversights?.find((each) => each.of === seq);
  return there.obligations.find((ob) => carried !== undefined && begunBy(there, ob) !== undefined && ob.round === carried.seq && ob.metAt !== null) ?? null;
}

/** What was answered there is answered here too: nobody is asked twice for one 督办 or 批示. */
export function withAnswers(matter: MatterState, there: MatterState, entry: ActRecord): MatterState {
  const link = there.merged?.find((each) => each.id === matter.id);
  return {
    ...matter, obligations: matter.obligations.map((ob) => {
      const answer = begunBy(matter, ob) ? answeredThere(there, link, ob.round) : null;
      if (!answer) return ob;
      const met = { ...ob, metAt: answer.metAt, metBy: entry.seq, next: null };
      if (ob.status === 'breached') return { ...met, status: 'met-late' };
      return ob.status === 'void' ? { ...met, status: answer.status, dueAt: answer.dueAt, breachedAt: answer.breachedAt, noticedAt: answer.noticedAt } : ob;
    }),
  };
}
