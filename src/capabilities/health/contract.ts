import { z } from 'zod';

const text = z.object({ zh: z.string(), en: z.string() });
export const sentenceJson = z.object({ id: z.string(), is: z.enum(['good', 'bad', 'note']), text, remedy: text.nullable() });
export type SentenceJson = z.infer<typeof sentenceJson>;
/** `now` is the server's clock in epoch milliseconds: the page compares it with that of the computer in front of it. */
export const healthDetails = z.object({ now: z.number(), items: z.array(sentenceJson) });
export type HealthDetails = z.infer<typeof healthDetails>;
