import { readGiven, type ActCommand, type Decision, type MatterState } from '#engine';
import { own } from '#engine/conditions/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import type { ActBody } from '../contract.ts';
import { occurredAtOf, type GatheredMatter } from './gather.ts';

type Wrong = Extract<Decision, { wrong: unknown }>;

/** What somebody sent as the command that the engine decides. @param other - the other matter of a merging. */
export function commandOf(gathered: GatheredMatter, actor: Actor, body: ActBody, other?: MatterState): ActCommand | Wrong {
  const { world, row, around } = gathered;
  const kind = world.policy.kinds[row.kind];
  const rule = kind && own(kind.acts, body.act);
  if (!kind || !rule) return { refused: [], wrong: [{ path: 'act', message: { zh: `没有「${body.act}」这一种办理`, en: `there is no act “${body.act}”` } }] };
  const fields = { ...body.fields, ...(body.reason !== undefined && body.fields?.['reason'] === undefined ? { reason: body.reason } : {}) };
  const given = readGiven(withPeople(fields, around), { policy: world.policy, directory: around.company.directory, kind, act: rule, matter: row.state });
  if (given.wrong.length) return { refused: [], wrong: given.wrong };
  return { act: body.act, actor, facts: given.facts, fields: given.fields, occurredAt: occurredAtOf(body.occurredAt, around), ...(other ? { other } : {}) };
}

/** People may be named by their user names; rules know them by id. */
function withPeople(fields: Readonly<Record<string, unknown>>, around: GatheredMatter['around']): Record<string, unknown> {
  const id = (name: unknown): unknown => (typeof name === 'string' ? (around.company.idsByUsername.get(name) ?? name) : name);
  const to = fields['to'];
  const person = to !== null && typeof to === 'object' && 'person' in to ? { ...to, person: id(to.person) } : undefined;
  const named = typeof to === 'string' && !around.company.directory.units.includes(to) ? id(to) : to;
  return {
    ...fields, ...(to === undefined ? {} : { to: person ?? named }),
    ...(Array.isArray(fields['present']) ? { present: fields['present'].map(id) } : {}), ...(fields['about'] === undefined ? {} : { about: id(fields['about']) }),
  };
}
