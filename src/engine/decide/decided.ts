import type { Draft } from './draft.ts';
import { noticesOf } from './new-for.ts';
import type { Decided } from './types.ts';

/** What comes out of a decision: plain data, with everybody who is to hear of it. */
export function decided(draft: Draft): Decided {
  return { refused: null, matter: draft.matter, events: draft.events, notices: noticesOf(draft), effects: draft.effects };
}
