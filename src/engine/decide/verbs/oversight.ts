import type { ActRecord, Bearer, MatterState, MergedMatter, ObligationState } from '../../matter.ts';
import type { Instant } from '../../instant.ts';
import { instructedDuty, overseenDuty } from '../daily/index.ts';
import { isOwing } from '../obligations/index.ts';

/** A 督办 or a 批示 whose answer is still owed: who asks for it, by which act, who has to answer, and until when; null = the time has passed. */
export interface Oversight { readonly act: 'oversee' | 'instruct'; readonly seq: number; readonly by: Bearer; readonly answering: readonly Bearer[]; readonly until: Instant | null }

/** The act that began what somebody who leads is answered for. */
const begunBy = (matter: MatterState, ob: ObligationState): Oversight['act'] | null => (ob.duty === overseenDuty(matter.kind) ? 'oversee' : ob.duty === instructedDuty(matter.kind) ? 'instruct' : null);

/** Every 督办 and 批示 of a matter that is still to be answered at `now`. */
export function oversightsOf(matter: MatterState, now: Instant): readonly Oversight[] {
  return matter.obligations.filter(isOwing).flatMap((ob) => {
    const act = begunBy(matter, ob);
    const entry = matter.acts.find((each) => each.seq === ob.round);
    if (!act || !entry || entry.actor === 'system') return [];
    const until = entry.fields.until ?? ob.dueAt;
    return [{ act, seq: entry.seq, by: entry.actor, answering: ob.bearers, until: until !== null && until > now ? until : null }];
  });
}

/** What came along with a duplicate ends here when it goes back, also where its time has passed: the miss stays in the history, the answer is owed there alone. */
export function withoutCarried(matter: MatterState, back: readonly number[]): MatterState {
  return { ...matter, obligations: matter.obligations.map((ob) => (begunBy(matter, ob) && back.includes(ob.round) && isOwing(ob) ? { ...ob, status: 'void', next: null } : ob)) };
}

/** What became of a 督办 or a 批示 carried into another matter: the obligation there, and the release that ended it without an answer. */
interface There { readonly ob: ObligationState; readonly released: ActRecord | null }

function thereOf(there: MatterState, link: MergedMatter | undefined, seq: number): There | null {
  const carried = link?.oversights?.find((each) => each.of === seq);
  const ob = carried && there.obligations.find((each) => begunBy(there, each) && each.round === carried.seq);
  if (!carried || !ob) return null;
  const released = ob.metAt === null && begunBy(there, ob) === 'oversee' ? there.acts.findLast((each) => each.act === 'release' && each.seq > carried.seq && each.actor !== 'system') : undefined;
  return { ob, released: released ?? null };
}

/** The release of what went over with a duplicate, by whoever gave it there: it is carried back like an answer. Null where nothing was released. */
export function releasedThere(matter: MatterState, there: MatterState): { readonly by: Bearer } | null {
  const link = there.merged?.find((each) => each.id === matter.id);
  const found = (link?.oversights ?? []).flatMap((each) => thereOf(there, link, each.of)?.released ?? []).at(-1);
  return found && found.actor !== 'system' ? { by: found.actor } : null;
}

/** What was answered there is answered here too: nobody is asked twice for one 督办 or 批示. What was missed before it was released was missed here. */
export function withAnswers(matter: MatterState, there: MatterState, entry: ActRecord): MatterState {
  const link = there.merged?.find((each) => each.id === matter.id);
  return {
    ...matter, obligations: matter.obligations.map((ob) => {
      const found = begunBy(matter, ob) ? thereOf(there, link, ob.round) : null;
      if (!found || (found.ob.metAt === null && !found.released)) return ob;
      const { status, dueAt, breachedAt, noticedAt } = found.ob;
      if (ob.status === 'breached') return found.released ? ob : { ...ob, metAt: found.ob.metAt, metBy: entry.seq, next: null, status: 'met-late' };
      if (ob.status !== 'void' || status === 'void') return ob;
      return { ...ob, next: null, status, dueAt, breachedAt, noticedAt, ...(found.released ? {} : { metAt: found.ob.metAt, metBy: entry.seq }) };
    }),
  };
}
