import { v7 } from 'uuid';

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A new identifier: made here and never by the database, in the order of time, so that rows of one day lie together. */
export function uuidv7(): string {
  return v7();
}

/** Whether the text is an identifier in the one spelling we use (lower case, with hyphens). */
export function isId(text: string): boolean {
  return FORM.test(text);
}
