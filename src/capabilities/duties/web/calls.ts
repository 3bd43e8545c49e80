import { queryOptions } from '@tanstack/react-query';
import { call } from '#ui/index.ts';
import { dutiesAnswer, drillAnswer, recordAnswer, type RecordFilter } from '../contract.ts';

export const dutiesQuery = queryOptions({ queryKey: ['duties'], queryFn: ({ signal }) => call({ path: '/api/duties', schema: dutiesAnswer, signal }) });
export const recordQuery = (filter: RecordFilter) => queryOptions({
  queryKey: ['duties', 'record', filter],
  queryFn: ({ signal }) => call({ path: '/api/duties/record', query: { ...filter }, schema: recordAnswer, signal }),
});

export interface Drilled { readonly kind: string; readonly at: string; readonly facts: Readonly<Record<string, unknown>>; readonly urgent: boolean }
export const drillQuery = (drilled: Drilled | null) => queryOptions({
  queryKey: ['drill', drilled], enabled: drilled !== null, retry: false,
  queryFn: ({ signal }) => call({ path: '/api/drill', query: { kind: drilled?.kind, at: drilled?.at, facts: JSON.stringify(drilled?.facts ?? {}), urgent: drilled?.urgent ? 'true' : undefined }, schema: drillAnswer, signal }),
});
