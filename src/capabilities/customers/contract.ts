import { z } from 'zod';

/** How telephone numbers are kept and compared, for all who read them in. */
export { normalPhone, wrongPhone } from './rules/phone.ts';

/** `masked`: a list shows him masked, and his file does not open to this reader. */
export const customerJson = z.object({ id: z.uuid(), name: z.string(), phone: z.string(), address: z.string(), masked: z.literal(true).optional() });
export type CustomerJson = z.infer<typeof customerJson>;
export const customerFilter = z.strictObject({ phone: z.string().max(40).optional(), search: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(50).optional() });
export const eraseBody = z.strictObject({ reason: z.string().trim().min(1).max(500) });
/** How many of his events had words. */
export const eraseAnswer = z.object({ erased: z.number().int() });
/** A matter of his, as lists of matters show it. */
const customerMatter = z.object({
  id: z.uuid(), number: z.string(), kind: z.string(), kindTitle: z.string(), subject: z.string(), customerName: z.string(), severity: z.string().nullable(), severityTitle: z.string().nullable(),
  peril: z.object({ urgent: z.boolean(), dangers: z.array(z.string()) }).nullable(), stage: z.string(), stageTitle: z.string(), channel: z.string(), receivedAt: z.string(), firstDueAt: z.string().nullable(), policy: z.string(), ended: z.boolean(),
});
/** What can be told of an open matter at once: who does what next, by when, and how often the customer has asked. */
export const toldOf = z.object({
  act: z.string(), who: z.string(), dueAt: z.string().nullable(),
  /** When the customer hears next: the earliest time still ahead, one of telling him before any other. */
  promisedAt: z.string().nullable(), startedAt: z.string(), state: z.string(), standsStill: z.boolean(), runsAgainAt: z.string().nullable(),
  handler: z.string().nullable(), chased: z.number().int(), chasedAt: z.string().nullable(),
});
export type ToldOf = z.infer<typeof toldOf>;
const openMatter = customerMatter.extend({ told: toldOf.nullable() });
const line = (longest: number) => z.string().trim().max(longest).default('');
const needed = (longest: number) => z.string().trim().min(1).max(longest);
/** A day of our era: calendars know no year 0. */
const date = z.iso.date().refine((given) => !given.startsWith('0000'), { params: { text: { zh: '没有公元 0000 年，请核对年份。', en: 'There is no year 0000. Please check the year.' } } });
const day = date.nullable().default(null);
const ofHome = z.uuid().nullable().default(null);

/** What a customer has. Every trade has these, and calls them by its own words: a home, an office, a gas account; an instrument, a meter, a lift. */
export const houseBody = z.strictObject({ community: line(60), code: needed(80), use: line(40), account: line(40), occupancy: line(40), handedOver: day });
export const deviceBody = z.strictObject({ name: needed(60), model: line(80), serial: line(80), software: line(40), houseId: ofHome, boughtOn: day, installedOn: day, warrantyUntil: day });
export const contractBody = z.strictObject({ number: needed(80), about: needed(120), filing: line(80), payment: line(40), houseId: ofHome, signedOn: day, beginsOn: day, until: day, deliveredOn: day });
export const consentBody = z.strictObject({ purpose: needed(120), givenOn: date, how: needed(60) });
export const warrantyBody = z.strictObject({ part: needed(60), until: date, houseId: ofHome });
/** When it came to its end; how, where a consent is withdrawn. */
export const endBody = z.strictObject({ on: date, how: line(60) });
export const thingAnswer = z.object({ id: z.uuid() });

const id = z.uuid();
const endedOn = z.string().nullable();
export const houseJson = houseBody.extend({ id, title: z.string() });
export type HouseJson = z.infer<typeof houseJson>;
/** `over`: no longer under warranty today; null = nothing is known of one. */
export const deviceJson = deviceBody.extend({ id, endedOn, over: z.boolean().nullable() });
export type DeviceJson = z.infer<typeof deviceJson>;
export const contractJson = contractBody.extend({ id, endedOn, standing: z.enum(['to-come', 'running', 'run-out', 'ended']) });
export type ContractJson = z.infer<typeof contractJson>;
export const consentJson = consentBody.extend({ id, recordedBy: z.string(), endedOn, endedHow: z.string(), endedBy: z.string() });
export type ConsentJson = z.infer<typeof consentJson>;
export const warrantyJson = z.object({ id, part: z.string(), houseId: z.uuid().nullable(), house: z.string().nullable(), until: z.string(), over: z.boolean() });
export type WarrantyJson = z.infer<typeof warrantyJson>;
/** All that is his. What has ended is there too, but for homes and warranties. */
export const belongings = z.object({ homes: z.array(houseJson), devices: z.array(deviceJson), contracts: z.array(contractJson), consents: z.array(consentJson), warranties: z.array(warrantyJson) });
export type Belongings = z.infer<typeof belongings>;

export const detailsBody = z.strictObject({ name: needed(120), phone: line(40), address: line(200), project: line(60) });
export const keyBody = z.strictObject({ key: z.boolean() });
/** Somebody who may be the same person, and why it looks so. */
export const duplicateJson = customerJson.extend({ because: z.enum(['phone', 'name-and-home']), matters: z.number().int() });
export type DuplicateJson = z.infer<typeof duplicateJson>;
export const mergeBody = z.strictObject({ from: z.uuid(), reason: needed(200) });
export const mergeJson = z.object({ id, name: z.string(), at: z.string(), by: z.string(), matters: z.number().int() });
export type MergeJson = z.infer<typeof mergeJson>;
/** A change of his file, as it was written down. */
export const changeJson = z.object({ seq: z.number().int(), at: z.string(), who: z.string(), type: z.string(), words: z.array(z.string()) });
export type ChangeJson = z.infer<typeof changeJson>;

/** Phone first: who it is, and what is open for him. */
export const customerCard = customerJson.extend({ keyCustomer: z.boolean(), project: z.string(), houses: z.array(z.string()), ...belongings.shape, open: z.array(openMatter), recent: z.array(customerMatter) });
export type CustomerCard = z.infer<typeof customerCard>;
