import { z } from 'zod';
import { act, condition, due, id, names, oneOrMore, period, titled, who, whence, words } from './words.ts';

const acts = oneOrMore(act);
const percent = z.union([z.string().regex(/^\d+(?:\.\d+)? ?%$/), z.number().min(0).max(100)]);

/** What a row may say; the rule itself may say it for all its rows. */
const dutyRow = { when: condition.optional(), who: who.optional(), do: act.optional(), met_when: condition.optional(), witness: who.optional(), due: due.optional(), sample: percent.optional(), ...whence };
const ladderStep = z.strictObject({ at: words, tell: who });
export const duty = z.strictObject({
  title: words.optional(), of: id, after: acts, ...dutyRow,
  every: words.optional(), until: act.optional(), ladder: z.array(ladderStep).optional(), pause: names.optional(), deemed: z.literal(true).optional(),
  rows: z.array(z.strictObject(dutyRow)).min(1).optional(),
});

const guardRow = { when: condition.optional(), only_if: condition.optional(), approval: id.optional(), say: words.optional(), ...whence };
export const guard = z.strictObject({ title: words.optional(), of: id, act: acts, ...guardRow, rows: z.array(z.strictObject(guardRow)).min(1).optional() });

const move = z.strictObject({ what: id, from: words, to: words, as: words.optional() });
/** One effect; `do … to` and `open … once` take a second key. */
const effect = z.union([
  z.strictObject({ tell: who }),
  z.strictObject({ assign: z.record(id, who) }),
  z.strictObject({ open: id, once: period.optional() }),
  z.strictObject({ do: act, to: who.optional() }),
  z.strictObject({ set: z.record(id, z.union([z.string(), z.number(), z.boolean()])) }),
  z.strictObject({ grant: z.record(id, words) }),
  z.strictObject({ suspend: z.record(id, words) }),
  z.strictObject({ move }),
]);
// oxlint-disable-next-line no-thenable -- “then” is a word of the policy language
const reactionRow = { when: condition.optional(), then: z.array(effect).min(1).optional(), ...whence };
export const reaction = z.strictObject({ title: words.optional(), of: id, after: acts, ...reactionRow, rows: z.array(z.strictObject(reactionRow)).min(1).optional() });

const step = z.strictObject({ who, gives: words, due: due.optional(), ...whence });
export const approval = z.strictObject({ ...titled, of: id, over: names, not: oneOrMore(who).optional(), steps: z.array(step).min(1) });

export const measure = z.strictObject({
  ...titled,
  share: z.literal(true).optional(), count: z.literal(true).optional(), average: z.literal(true).optional(), percentile: z.union([z.literal(true), z.number().min(0).max(100)]).optional(),
  of: words, when: condition.optional(), good: words.optional(), by: words.optional(), period, target: z.union([words, z.number()]).optional(),
});

const readingOfWeights = z.enum(['literal', 'normalise', 'add-item']);
export const WEIGHTS = /^weights_sum_to_\d+$/;
/** `weights_sum_to_90: literal` names the sum, so that a changed weight asks for a new choice. */
export const score = z.object({
  ...titled, of: id,
  items: z.array(z.strictObject({ fact: id, weight: z.number().min(0), ...whence })).min(1),
  bands: z.array(z.strictObject({ from: z.number(), pays: words, ...whence })).optional(),
}).catchall(readingOfWeights).meta({ additionalProperties: false, patternProperties: { [WEIGHTS.source]: { enum: readingOfWeights.options } } });

export const form = z.strictObject({ of: id, title: words, prints: names, signs: names.optional(), copies: z.int().min(1).optional(), ...whence });
export const guidance = z.strictObject({ text: words, acts: acts.optional(), ...whence });

export type RawDuty = z.infer<typeof duty>;
export type RawGuard = z.infer<typeof guard>;
export type RawReaction = z.infer<typeof reaction>;
export type RawEffect = z.infer<typeof effect>;
export type RawApproval = z.infer<typeof approval>;
export type RawMeasure = z.infer<typeof measure>;
export type RawScore = z.infer<typeof score>;
