import { z } from 'zod';
import { matterViews } from '../matters/contract.ts';

export const figureNames = ['open', 'today', 'overdue', 'heaviest', 'unsatisfied'] as const;
/** `filter` of the list of matters that finds exactly the rows counted; `before` the same a week ago. */
export const figureJson = z.object({
  name: z.enum(figureNames), now: z.number().int(), more: z.boolean(), before: z.number().int(),
  filter: z.object({ open: z.literal('true').optional(), view: z.enum(matterViews).optional(), project: z.string().optional() }),
});
export type FigureJson = z.infer<typeof figureJson>;

const counts = { open: z.number().int(), today: z.number().int(), overdue: z.number().int() };
/**
 * What bears somebody’s own name, or (`person` null) what a unit bears together, each matter once in a row; `filter` of the list finds
 * exactly these. `awayUntil` while he is on leave, an empty text where it has no end.
 */
export const loadJson = z.object({
  person: z.uuid().nullable(), name: z.string(), unit: z.string(), ...counts, filter: z.object({ named: z.uuid().optional(), shared: z.string().optional() }), awayUntil: z.string().nullable(), standsIn: z.string().nullable(),
});
export type LoadJson = z.infer<typeof loadJson>;

/** What comes more often: in the last seven days, against a week’s share of the four weeks before. */
export const climbingJson = z.object({
  is: z.enum(['house', 'building', 'phone', 'severity', 'word']), title: z.string(), recent: z.number().int(), usual: z.number(),
  matters: z.array(z.object({ id: z.uuid(), number: z.string(), subject: z.string(), receivedAt: z.string() })),
});
export type ClimbingJson = z.infer<typeof climbingJson>;

export const cockpitAnswer = z.object({
  at: z.string(), figures: z.array(figureJson), load: z.array(loadJson),
  /** All of the load, a matter that lies with several counted once. */
  total: z.object(counts), climbing: z.array(climbingJson),
  /** What I oversee (督办) until I release it, and what I instructed with a date (批示) until a week after its answer; `dueAt` of the answer that is owed, `answered` once it was given. */
  overseen: z.array(z.object({ act: z.enum(['oversee', 'instruct']), id: z.uuid(), number: z.string(), subject: z.string(), dueAt: z.string().nullable(), answered: z.boolean(), overdue: z.boolean() })),
  /** Positions of the policies in force that nobody holds, and how many matters wait for them. */
  vacant: z.array(z.object({ position: z.string(), title: z.string(), unit: z.string().nullable(), waiting: z.number().int() })),
});
export type CockpitAnswer = z.infer<typeof cockpitAnswer>;
