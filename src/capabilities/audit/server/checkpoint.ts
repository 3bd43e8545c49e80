import { sign } from 'node:crypto';
import { withScope, type Database, type Scope, type TenantActor } from '#platform/db/index.ts';
import { learn, nothingKnown, signedText, type Checkpoint, type Known } from '../rules/checkpoint.ts';
import { growRoot, type Head } from '../rules/root.ts';
import type { CheckpointKey } from './key.ts';
import { holdStill } from './snapshot.ts';
import { checkpointPages, countersOf, headPages } from './stored.ts';

/** What came of writing one. `lost`: what an earlier checkpoint knows is gone or another; then none is written over the evidence. */
export type Written =
  | { readonly is: 'written'; readonly number: number; readonly root: string }
  | { readonly is: 'nothing-new' }
  | { readonly is: 'lost'; readonly what: string };

const INSERT = `insert into checkpoint (tenant_id, number, at, streams, events, root, counters, heads, signature)
  values ($1, $2, $3, $4, $5, decode($6, 'hex'), $7, $8, $9) on conflict (tenant_id, number) do nothing`;
const KEPT = `select e.stream, e.seq, encode(e.hash, 'hex') as hash from event e
  join unnest($2::uuid[], $3::integer[]) as k(stream, seq) on e.stream = k.stream and e.seq = k.seq where e.tenant_id = $1`;

/**
 * Writes a signed checkpoint over all streams and counters of the company: from then on nothing that was there can be removed,
 * cut off or rewritten unseen, not even together with its rows. Another process that writes at the same time makes this one start again.
 * @param at - epoch milliseconds of the machine's clock.
 */
export function writeCheckpoint(db: Database, actor: TenantActor, { at, key }: { readonly at: number; readonly key: CheckpointKey }): Promise<Written> {
  return withScope(db, actor, async (scope): Promise<Written> => {
    await holdStill(scope);
    const { known, number, root: previous } = await knownSoFar(scope);
    const counters = await countersOf(scope);
    const present = await presentHeads(scope, known, counters);
    const lost = lostStream(known, present) ?? lostCounter(known, counters) ?? (await rewritten(scope, known, present.moved));
    if (lost !== null) return { is: 'lost', what: lost };
    const moved = Object.fromEntries([...counters].filter(([name, last]) => known.counters.get(name) !== last));
    if (number > 0 && present.moved.size === 0 && Object.keys(moved).length === 0) return { is: 'nothing-new' };
    const checkpoint: Checkpoint = {
      tenant: scope.tenant, number: number + 1, at, streams: present.streams, events: present.events, root: present.root, heads: Object.fromEntries(present.moved), counters: moved,
    };
    await insert(scope, checkpoint, sign(null, Buffer.from(signedText(checkpoint, previous)), key.privateKey));
    return { is: 'written', number: checkpoint.number, root: checkpoint.root };
  });
}

async function insert(scope: Scope<TenantActor>, { number, at, streams, events, root, counters, heads }: Checkpoint, signature: Uint8Array): Promise<void> {
  await scope.run({ text: INSERT, values: [scope.tenant, number, new Date(at), streams, events, root, JSON.stringify(counters), JSON.stringify(heads), signature] });
}

async function knownSoFar(scope: Scope<TenantActor>): Promise<{ known: Known; number: number; root: string | null }> {
  const known = nothingKnown();
  let last: { number: number; root: string | null } = { number: 0, root: null };
  for await (const page of checkpointPages(scope)) {
    for (const each of page) learn(known, each);
    last = page.at(-1) ?? last;
  }
  return { known, number: last.number, root: last.root };
}

interface Present {
  readonly moved: ReadonlyMap<string, Head>;
  readonly streams: number;
  /** Numbers of a stream have no gaps, so the last one is how many there are. */
  readonly events: number;
  readonly root: string;
  /** How many of the known streams are still there. */
  readonly met: number;
}

async function presentHeads(scope: Scope<TenantActor>, known: Known, counters: ReadonlyMap<string, number>): Promise<Present> {
  const moved = new Map<string, Head>();
  const root = growRoot(Object.fromEntries(counters));
  let [streams, events, met] = [0, 0, 0];
  for await (const page of headPages(scope)) {
    for (const { stream, seq, hash } of page) {
      root.add(stream, { seq, hash });
      const before = known.heads.get(stream);
      if (before?.seq !== seq || before.hash !== hash) moved.set(stream, { seq, hash });
      met += before ? 1 : 0;
      streams += 1;
      events += seq;
    }
  }
  return { moved, streams, events, root: root.done(), met };
}

function lostStream(known: Known, { met, moved }: Present): string | null {
  if (met < known.heads.size) return `${known.heads.size - met} streams`;
  for (const [stream, { seq }] of moved) if (seq < (known.heads.get(stream)?.seq ?? 0)) return `stream ${stream}`;
  return null;
}

function lostCounter(known: Known, counters: ReadonlyMap<string, number>): string | null {
  for (const [name, last] of known.counters) if ((counters.get(name) ?? -1) < last) return `counter ${name}`;
  return null;
}

/** Looks whether streams that grew still have the event that was their head. */
async function rewritten(scope: Scope<TenantActor>, known: Known, moved: ReadonlyMap<string, Head>): Promise<string | null> {
  const grown = [...moved.keys()].flatMap((stream) => {
    const head = known.heads.get(stream);
    return head ? [{ stream, ...head }] : [];
  });
  for (let at = 0; at < grown.length; at += 5_000) {
    const some = grown.slice(at, at + 5_000);
    const { rows } = await scope.run<Head & { stream: string }>({ text: KEPT, values: [scope.tenant, some.map((each) => each.stream), some.map((each) => each.seq)] });
    const kept = new Map(rows.map((row) => [row.stream, row.hash]));
    const changed = some.find(({ stream, hash }) => kept.get(stream) !== hash);
    if (changed) return `stream ${changed.stream}`;
  }
  return null;
}
