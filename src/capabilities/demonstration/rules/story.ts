import { z } from 'zod';

/** demo.yaml as it is written; its format is described at the head of `policies/property-management/demo.yaml`. Unknown keys are refused. */

const fields = z.record(z.string(), z.unknown());
const doing = z.strictObject({ act: z.string(), by: z.string(), at: z.string(), fields: fields.optional() });
const asking = z.strictObject({ ask: z.string(), by: z.string(), at: z.string(), fields: fields.optional() });
const deciding = z.strictObject({ decide: z.string(), by: z.string(), at: z.string(), decision: z.enum(['approve', 'reject']), opinion: z.string().optional() });
const acts = z.array(z.union([doing, asking, deciding])).optional();
export type StoryAct = z.infer<typeof doing> | z.infer<typeof asking> | z.infer<typeof deciding>;

const below = z.strictObject({ kind: z.string(), acts });
const matter = z.strictObject({
  kind: z.string(), customer: z.string().optional(), channel: z.string().optional(), content: z.string().optional(), facts: fields.optional(),
  received: z.string(), by: z.string(), acts, opens: z.array(below).optional(),
});
export type StoryMatter = z.infer<typeof matter>;

const day = z.iso.date().optional();
const device = z.strictObject({ name: z.string(), model: z.string().optional(), serial: z.string().optional(), software: z.string().optional(), boughtOn: day, installedOn: day, warrantyUntil: day });
const contract = z.strictObject({ number: z.string(), about: z.string(), filing: z.string().optional(), payment: z.string().optional(), signedOn: day, beginsOn: day, until: day, deliveredOn: day });
const consent = z.strictObject({ purpose: z.string(), givenOn: z.iso.date(), how: z.string() });

const story = z.strictObject({
  now: z.iso.datetime({ offset: true }), company: z.string(), site: z.string(), units: z.record(z.string(), z.string()),
  people: z.array(z.strictObject({
    username: z.string(), name: z.string(), unit: z.string().optional(), phone: z.string().optional(), admin: z.boolean().optional(),
    positions: z.array(z.strictObject({ position: z.string(), unit: z.string().optional() })).optional(),
  })),
  customers: z.array(z.strictObject({
    id: z.string(), name: z.string(), phone: z.string(), address: z.string(), project: z.string().optional(), key: z.boolean().optional(),
    devices: z.array(device).optional(), contracts: z.array(contract).optional(), consents: z.array(consent).optional(),
  })),
  houses: z.array(z.strictObject({ code: z.string(), building: z.string(), use: z.string(), area: z.number(), site: z.string().optional(), handedOver: day, occupancy: z.string().optional(), customer: z.string().optional(), warranty: z.record(z.string(), z.iso.date()).optional() })).optional(),
  /** 常用语 of a unit: what its members say on the telephone again and again. */
  phrases: z.array(z.strictObject({ unit: z.string(), title: z.string(), text: z.string() })).optional(),
  matters: z.array(matter),
});
export type Story = z.infer<typeof story>;

/** @throws z.ZodError naming every place that is not as described. */
export function readStory(written: unknown): Story {
  return story.parse(written);
}
