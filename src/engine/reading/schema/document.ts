import { z } from 'zod';
import { kind } from './kinds.ts';
import { approval, duty, form, guard, guidance, measure, reaction, score } from './rules.ts';
import { byName, id, oneOrMore, whence, words } from './words.ts';

const word = z.strictObject({ due: words, ...whence });
const weekly = z.record(z.string(), oneOrMore(z.string().regex(/^\d{1,2}:\d{2}-\d{1,2}:\d{2}$/)));
const calendar = z.strictObject({ ...whence, weekly, holidays: z.enum(['CN']).optional() });
const unit = z.strictObject({ title: words, outside: z.boolean().optional(), ...whence });
const position = z.strictObject({ title: words, unit: id.optional(), level: z.number().optional(), in_every_unit: z.boolean().optional(), ...whence });
const reason = z.strictObject({ title: words, ...whence });
const place = z.strictObject({ title: words, one_per: z.enum(['unit', 'person']).optional(), own_ledger: z.boolean().optional(), ...whence });

/** The one declaration of every key of policy.yaml: files are checked against it, and editors get it as a JSON schema. */
export const policyDocument = z.strictObject({
  aftercare: z.literal(1),
  policy: id,
  title: words,
  zone: words,
  words: z.record(z.string().min(1), word).optional(),
  calendars: byName(calendar).optional(),
  units: byName(unit).optional(),
  positions: byName(position).optional(),
  places: byName(place).optional(),
  kinds: byName(kind),
  approvals: byName(approval).optional(),
  reasons: byName(reason).optional(),
  duties: byName(duty).optional(),
  guards: byName(guard).optional(),
  reactions: byName(reaction).optional(),
  measures: byName(measure).optional(),
  scores: byName(score).optional(),
  forms: byName(form).optional(),
  guidance: byName(guidance).optional(),
});

export type RawPolicy = z.infer<typeof policyDocument>;
export type RawSource = { readonly clause?: string | readonly string[] | undefined; readonly ours?: string | undefined };

/** JSON schema (draft 2020-12) of policy.yaml, for editors: completion and checking while one types. */
export function policySchema(): Record<string, unknown> {
  return { $id: 'https://aftercare.invalid/policy.schema.json', title: 'Aftercare policy', ...z.toJSONSchema(policyDocument, { target: 'draft-2020-12', io: 'input' }) };
}
