import { z } from 'zod';
import { perilJson } from '../matters/contract.ts';

const line = z.object({ title: z.string(), value: z.string() });
export const approvalCard = z.object({
  id: z.uuid(), title: z.string(), act: z.string(), actTitle: z.string(), clause: z.array(z.string()), ours: z.string().nullable(),
  applicant: z.string(), reason: z.string().nullable(), askedAt: z.string(), dueAt: z.string().nullable(), overdue: z.boolean(),
  matter: z.object({ id: z.uuid(), number: z.string(), kindTitle: z.string(), subject: z.string(), stageTitle: z.string(), severityTitle: z.string().nullable(), /** 3 = the heaviest of its policy, 1 = the lightest. */ level: z.union([z.literal(1), z.literal(2), z.literal(3)]), peril: perilJson, customer: z.string(), place: z.string() }),
  /** The first amount of money the approval covers, in yuan. */
  amount: z.object({ title: z.string(), value: z.number() }).nullable(),
  /** Everything else it covers: what exactly is asked for. */
  covers: z.array(line),
  /** Three facts of the matter that it does not cover. */
  facts: z.array(line),
  /** Who has decided before, and what he said. */
  earlier: z.array(z.object({ who: z.string(), opinion: z.string().nullable() })),
  /** What happens once I consent: whose turn it is then, or what may be done and what is owed after that. */
  after: z.array(z.object({ says: z.string(), dueAt: z.string().nullable(), clause: z.array(z.string()) })),
});
export type ApprovalCard = z.infer<typeof approvalCard>;
export const approvalsAnswer = z.object({ items: z.array(approvalCard), next: z.null(), waiting: z.number().int(), now: z.string(), zone: z.string() });
export type ApprovalsAnswer = z.infer<typeof approvalsAnswer>;
