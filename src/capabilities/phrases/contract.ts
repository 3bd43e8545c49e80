import { z } from 'zod';

const seen = (max: number) => z.string().max(max).min(1, { abort: true }).refine((value) => /[^\s\p{Cf}]/u.test(value), { params: { text: { zh: '这一项必须填写。', en: 'This must be filled in.' } } });

/** `of` = whose: one's own, or one's unit's. */
export const phraseJson = z.object({ id: z.uuid(), title: z.string(), text: z.string(), initials: z.string(), of: z.enum(['me', 'team']), mayChange: z.boolean() });
export type PhraseJson = z.infer<typeof phraseJson>;
export const phraseBody = z.strictObject({ title: seen(40), text: seen(2_000), of: z.enum(['me', 'team']) });
export type PhraseBody = z.infer<typeof phraseBody>;
export const phraseChange = z.strictObject({ title: seen(40), text: seen(2_000) });
export const phrasesAnswer = z.object({ items: z.array(phraseJson), next: z.null(), mayKeepForTeam: z.boolean() });
export type PhrasesAnswer = z.infer<typeof phrasesAnswer>;
