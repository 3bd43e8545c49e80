import { formatInstant } from '#engine';
import { canonical, fingerprint } from '#engine/canonical.ts';
import { uuidv7, withReadScope, type Scope } from '#platform/db/index.ts';
import { conflict, missing, type Actor, type Context } from '#platform/operations/index.ts';
import { recordHappening } from '#capabilities/audit/index.ts';
import { presentOf } from '#capabilities/organisation/index.ts';
import type { HandoverJson, HandoverSheet, SheetJson } from '../contract.ts';
import { drawSheet, type Drawn } from './sheet.ts';
import { sheetFor } from './sheet-words.ts';
import { requireMember } from './unit.ts';

interface Row {
  readonly id: string; readonly unit_code: string; readonly unit_name: string; readonly drawn_at: number; readonly taken_at: number | null;
  readonly giver_id: string | null; readonly giver: string | null; readonly taker_id: string | null; readonly taker: string | null; readonly snapshot: Omit<SheetJson, 'rung' | 'chases'> & Partial<Pick<SheetJson, 'rung' | 'chases'>>;
}

const SHEETS = `select h.id, h.unit_code, coalesce(u.name, h.unit_code) as unit_name, h.drawn_at, h.taken_at, h.giver_id, g.name as giver, h.taker_id, t.name as taker, h.snapshot
  from shift_handover h left join unit u on u.tenant_id = $1 and u.code = h.unit_code left join person g on g.tenant_id = $1 and g.id = h.giver_id left join person t on t.tenant_id = $1 and t.id = h.taker_id
  where h.tenant_id = $1`;
const RECENT = `${SHEETS} and h.unit_code = $2 order by h.drawn_at desc, h.id desc limit 30`;
const BY_ID = `${SHEETS} and h.id = $2`;
const INSERT = 'insert into shift_handover (tenant_id, id, unit_code, drawn_at, giver_id, taker_id, taken_at, snapshot) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (tenant_id, unit_code) where taken_at is null do nothing';
/** A shift is not taken over twice within so long. */
const JUST_NOW = 30 * 60_000;
const TAKE = 'update shift_handover set taker_id = $3, taken_at = $4 where tenant_id = $1 and id = $2 and taken_at is null';

/** The last thirty sheets of a unit, newest first. @throws Failure 403 */
export function handoversOf(context: Context, actor: Actor, unit: string): Promise<HandoverJson[]> {
  requireMember(actor, unit);
  return withReadScope(context.db, actor, async (scope) => (await scope.run<Row>({ name: 'handovers', text: RECENT, values: [scope.tenant, unit] })).rows.map((row) => handoverJson(row, actor.zone)));
}

/** A sheet as it was signed, in the words its reader may see. @throws Failure 404, 403 for whoever does not belong to the unit */
export function handoverWith(context: Context, actor: Actor, id: string): Promise<HandoverSheet> {
  return withReadScope(context.db, actor, (scope) => sheetOf(scope, context, id));
}

/**
 * The giver signs: the sheet is drawn and kept as it is. One sheet of a unit waits at a time.
 * @throws Failure 403, 404, 409 already-given
 */
export async function giveShift(scope: Scope<Actor>, context: Context, unit: string): Promise<HandoverSheet> {
  requireMember(scope.actor, unit);
  const drawn = await drawSheet(scope, context, unit);
  const id = await insert(scope, drawn, { giver: scope.actor.person, taker: null });
  if (id === null) throw conflict('already-given', { zh: '已经有一张交接表等人接班，请先接班。', en: 'A sheet is already waiting for somebody to take over. Take that one first.' });
  await record(scope, context, id, 'shift-given', { unit, sheet: fingerprint(canonical(drawn.sheet)), matters: drawn.sheet.open.map((row) => row.number) });
  return sheetOf(scope, context, id);
}

/**
 * The taker signs a sheet, or, where nobody gave one, a sheet without a giver. Of two who press at the same time one takes it.
 * @returns the sheet, and what his taking over does in which matter. @throws Failure 403, 404, 409 taken, same-person
 */
export async function takeShift(scope: Scope<Actor>, context: Context, asked: { readonly id: string } | { readonly unit: string }): Promise<{ readonly sheet: HandoverSheet; readonly toTake: Drawn['toTake'] }> {
  if ('unit' in asked) {
    requireMember(scope.actor, asked.unit);
    await requireNotJustTaken(scope, context, asked.unit);
    const drawn = await drawSheet(scope, context, asked.unit);
    const id = await insert(scope, drawn, { giver: null, taker: scope.actor.person });
    if (id === null) throw conflict('already-given', { zh: '已经有一张交接表等人接班，请先接那一张。', en: 'A sheet is already waiting for somebody to take over. Take that one.' });
    await record(scope, context, id, 'shift-taken', { unit: asked.unit, giver: null, sheet: fingerprint(canonical(drawn.sheet)) });
    return { sheet: await sheetOf(scope, context, id), toTake: drawn.toTake };
  }
  const before = await signed(scope, asked.id);
  if (before.giver?.id === scope.actor.person) throw conflict('same-person', { zh: '交班人不能自己接班，请由下一班的同事用自己的账号接班。', en: 'Whoever hands over cannot take over. A colleague of the next shift does it with his own account.' });
  const drawn = await drawSheet(scope, context, before.unit.code);
  const taken = await scope.run({ text: TAKE, values: [scope.tenant, asked.id, scope.actor.person, new Date(drawn.now)] });
  if (taken.count === 0) {
    const now = await signed(scope, asked.id);
    throw conflict('taken', { zh: `${now.taker?.name ?? '同事'}已经接班。`, en: `${now.taker?.name ?? 'A colleague'} has already taken over.` });
  }
  await record(scope, context, asked.id, 'shift-taken', { unit: before.unit.code, giver: before.giver?.id ?? null, sheet: fingerprint(canonical(before.sheet)) });
  return { sheet: await sheetOf(scope, context, asked.id), toTake: drawn.toTake };
}

/** Two who take over at once where nobody gave: one after the other, and the second hears that it is done. @throws Failure 409 taken */
async function requireNotJustTaken(scope: Scope<Actor>, context: Context, unit: string): Promise<void> {
  await scope.run({ text: 'select 1 from unit where tenant_id = $1 and code = $2 for update', values: [scope.tenant, unit] });
  const { now } = await presentOf(scope, context.clock.now());
  const last = (await scope.run<Row>({ name: 'handovers', text: RECENT, values: [scope.tenant, unit] })).rows.find((row) => row.taken_at !== null && row.taken_at > now - JUST_NOW);
  if (last) throw conflict('taken', { zh: `${last.taker ?? '同事'}刚刚已经接班。`, en: `${last.taker ?? 'A colleague'} has just taken over.` });
}

async function insert(scope: Scope<Actor>, { sheet, now }: Drawn, { giver, taker }: { readonly giver: string | null; readonly taker: string | null }): Promise<string | null> {
  // A sheet that waits is taken, not passed by.
  const waiting = await scope.run({ text: 'select 1 from shift_handover where tenant_id = $1 and unit_code = $2 and taken_at is null', values: [scope.tenant, sheet.unit.code] });
  if (waiting.count > 0) return null;
  const id = uuidv7();
  const at = new Date(now);
  const { count } = await scope.run({ text: INSERT, values: [scope.tenant, id, sheet.unit.code, at, giver, taker, taker === null ? null : at, JSON.stringify(sheet)] });
  return count === 0 ? null : id;
}

/** Each sheet has a stream of its own in the chain: the second name follows the first. */
function record(scope: Scope<Actor>, context: Context, id: string, type: string, body: object): Promise<void> {
  return recordHappening(scope, { stream: id, of: 'company', type, actor: scope.actor.person, at: context.clock.now(), body });
}

/** As it was signed, whatever its reader may see. */
async function signed(scope: Scope<Actor>, id: string): Promise<HandoverSheet> {
  const row = (await scope.run<Row>({ name: 'handover', text: BY_ID, values: [scope.tenant, id] })).rows[0];
  if (!row) throw missing();
  requireMember(scope.actor, row.unit_code);
  return { ...handoverJson(row, scope.actor.zone), sheet: { ...row.snapshot, rung: row.snapshot.rung ?? [], chases: row.snapshot.chases ?? [] } };
}

async function sheetOf(scope: Scope<Actor>, context: Context, id: string): Promise<HandoverSheet> {
  const kept = await signed(scope, id);
  return { ...kept, sheet: await sheetFor(scope, context, kept.sheet) };
}

function handoverJson(row: Row, zone: string): HandoverJson {
  const drawnAt = formatInstant(row.drawn_at, zone);
  return {
    id: row.id, unit: { code: row.unit_code, name: row.unit_name }, drawnAt, matters: row.snapshot.open.length,
    giver: row.giver_id === null ? null : { id: row.giver_id, name: row.giver ?? '—', at: drawnAt },
    taker: row.taker_id === null || row.taken_at === null ? null : { id: row.taker_id, name: row.taker ?? '—', at: formatInstant(row.taken_at, zone) },
  };
}

/** The sheet of a unit that waits for somebody to take over. */
export async function waitingSheet(scope: Scope<Actor>, unit: string): Promise<HandoverJson | null> {
  const row = (await scope.run<Row>({ name: 'handovers', text: RECENT, values: [scope.tenant, unit] })).rows.find((each) => each.taken_at === null);
  return row ? handoverJson(row, scope.actor.zone) : null;
}
