import { z } from 'zod';
import { BASE_ACTS } from '../../policy.ts';
import { act, byName, condition, id, names, oneOrMore, period, said, titled, who, whence, words } from './words.ts';

/** Somebody is in danger where this is so: whoever hears of it is alarmed, `say` is read to the caller at once, and `words` propose it. */
const dangerous = { danger: z.literal(true).optional(), say: said.optional(), words: oneOrMore(words).optional() };

const value = z.strictObject({ title: words, when: condition.optional(), ...dangerous, ...whence });

export const FACT_TYPES = ['text', 'tick', 'yes-no', 'whole', 'number', 'money', 'instant', 'date', 'file', 'person', 'people', 'part'] as const;
const column = z.strictObject({ title: words.optional(), type: z.enum(FACT_TYPES).optional(), values: byName(value).optional() });

const fact = z.strictObject({
  title: words,
  type: z.enum(FACT_TYPES).optional(),
  unit: words.optional(),
  values: byName(value).optional(),
  many: z.boolean().optional(),
  items: byName(z.strictObject({ title: words, ...whence })).optional(),
  lines: byName(column).optional(),
  ...dangerous,
  ask_if: condition.optional(),
  assume: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
  ...whence,
});

const role = z.strictObject({ title: words, set_by: act, is: z.string().regex(/^it\.\w+$/), ...whence });

const kindAct = z.strictObject({
  ...titled,
  is: z.enum(BASE_ACTS).optional(),
  from: names.optional(),
  to: z.union([id, byName(id)]).optional(),
  may: oneOrMore(who).optional(),
  asks: names.optional(),
  outcomes: names.optional(),
});

export const kind = z.strictObject({
  title: words,
  number: words.optional(),
  about: id.optional(),
  parent: id.optional(),
  every: period.optional(),
  see: oneOrMore(who).optional(),
  roles: byName(role).optional(),
  facts: byName(fact).optional(),
  stages: z.array(id).min(1),
  stage_titles: byName(words).optional(),
  acts: byName(kindAct),
  ...whence,
});

export type RawKind = z.infer<typeof kind>;
export type RawFact = z.infer<typeof fact>;
export type RawColumn = z.infer<typeof column>;
export type RawAct = z.infer<typeof kindAct>;
export type RawValue = z.infer<typeof value>;
