import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { v4 as newKey } from 'uuid';
import { partWords, problemText, useWords } from '#ui/index.ts';
import type { MatterRow } from '../../contract.ts';
import { act, actsQuery } from '../calls.ts';
import { forwardingAct } from '../rules/acts.ts';
import { listWords } from './words.ts';

/** What a batch needs of a row. */
export type BatchRow = Pick<MatterRow, 'id' | 'number' | 'subject'>;

/** The answer to one row of a batch. */
export interface RowAnswer { readonly row: BatchRow; readonly done: boolean; readonly says: string }
export interface Batch { readonly all: number; readonly answers: readonly RowAnswer[] }

interface Batching {
  readonly batch: Batch | null;
  readonly chase: (rows: readonly BatchRow[]) => Promise<void>;
  /** @param to - a unit, position or person as an act takes it */
  readonly forward: (rows: readonly BatchRow[], to: string) => Promise<void>;
  readonly close: () => void;
}

/** Acts on many matters, one after the other. Each row has its own answer; one that cannot be done stops nothing. */
export function useBatch(): Batching {
  const say = useWords(listWords);
  const sayCommon = useWords(partWords);
  const cache = useQueryClient();
  const [batch, setBatch] = useState<Batch | null>(null);
  // A row that is tried again with the same act is the same request: it must not act twice.
  const keys = useRef(new Map<string, string>());
  const keyFor = (name: string): string => {
    const known = keys.current.get(name) ?? newKey();
    keys.current.set(name, known);
    return known;
  };
  const run = async (rows: readonly BatchRow[], one: (row: BatchRow) => Promise<string>): Promise<void> => {
    const answers: RowAnswer[] = [];
    setBatch({ all: rows.length, answers });
    for (const row of rows) {
      answers.push(await one(row).then((says) => ({ row, done: true, says }), (failed: unknown) => ({ row, done: false, says: failed instanceof Error && failed.name === 'NotPossible' ? failed.message : problemText(failed, sayCommon) })));
      setBatch({ all: rows.length, answers: [...answers] });
    }
    keys.current.clear();
    for (const queryKey of [['matters'], ['desk'], ['matter']]) void cache.invalidateQueries({ queryKey });
  };
  const forwardOne = async (row: BatchRow, to: string): Promise<string> => {
    const acts = await cache.fetchQuery({ ...actsQuery(row.id), staleTime: 0 });
    const forwarding = forwardingAct(acts.filter((one) => !one.daily));
    if (!forwarding) throw new NotPossible(acts.find((one) => one.is === 'forward')?.refusals[0]?.text ?? say('cannotForward'));
    await act(row.id, { act: forwarding.act, fields: { to } }, keyFor(`forward ${row.id} ${to}`));
    return forwarding.title;
  };
  return {
    batch, close: () => setBatch(null),
    chase: (rows) => run(rows, async (row) => { await act(row.id, { act: 'chase', fields: {} }, keyFor(`chase ${row.id}`)); return say('batchDone'); }),
    forward: (rows, to) => run(rows, (row) => forwardOne(row, to)),
  };
}

/** The matter itself says that this cannot be done now, and why. */
class NotPossible extends Error {
  override name = 'NotPossible';
}
