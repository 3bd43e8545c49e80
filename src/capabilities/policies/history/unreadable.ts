import type { Text } from '#engine';

/** A history as a whole cannot be read: no such file, no sheet, no header. Single bad rows are no such thing. */
export class HistoryUnreadable extends Error {
  override readonly name = 'HistoryUnreadable';
  constructor(readonly text: Text) { super(text.en); }
}
