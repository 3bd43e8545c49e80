import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { call } from '#ui/index.ts';
import { phraseJson, phrasesAnswer, type PhraseBody, type PhraseJson } from '../contract.ts';

export const phrasesQuery = queryOptions({ queryKey: ['phrases'], staleTime: 300_000, queryFn: ({ signal }) => call({ path: '/api/phrases', schema: phrasesAnswer, signal }) });
export const keepPhrase = (body: PhraseBody, key: string): Promise<PhraseJson> => call({ method: 'POST', path: '/api/phrases', body, schema: phraseJson, key });
export const changePhrase = (id: string, body: Pick<PhraseBody, 'title' | 'text'>, key: string): Promise<PhraseJson> => call({ method: 'PATCH', path: `/api/phrases/${id}`, body, schema: phraseJson, key });
export const removePhrase = (id: string, key: string): Promise<unknown> => call({ method: 'DELETE', path: `/api/phrases/${id}`, schema: z.unknown(), key });
