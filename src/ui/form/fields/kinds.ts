import type { Ask } from '../../rules/index.ts';

/** What every field is given: what is asked, the answer so far, and where a new answer goes. */
export interface FieldProps {
  readonly ask: Ask;
  readonly id: string;
  readonly value: unknown;
  readonly change: (value: unknown) => void;
}

/** The answer as text; anything else is no text. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
/** The answer as a list of texts. */
export const asTexts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []);
/** The answer as a record. */
export const asRecord = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {});
