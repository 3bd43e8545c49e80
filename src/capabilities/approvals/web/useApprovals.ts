import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem, Submission } from '#ui/index.ts';
import type { ApprovalCard, ApprovalsAnswer } from '../contract.ts';
import { decide, readApprovals, type Decision } from './calls.ts';

interface Approvals {
  readonly answer: ApprovalsAnswer | null;
  /** The card on the screen; null when nothing waits. */
  readonly card: ApprovalCard | null;
  readonly waiting: number;
  readonly trouble: unknown;
  readonly busy: boolean;
  /** What was decided last. */
  readonly done: { readonly card: ApprovalCard; readonly decision: Decision } | null;
  readonly read: () => void;
  readonly settle: (card: ApprovalCard, decision: Decision, opinion: string) => Promise<boolean>;
  /** Puts the card behind all others. */
  readonly later: (card: ApprovalCard) => void;
}

/** Whoever is not signed in goes through the door of the whole product, and comes back here. */
function toTheDoor(): void {
  location.replace('/approvals?door=1');
}

/** What waits for me; `first` = the approval a link pointed at. */
export function useApprovals(first: string | null): Approvals {
  const [answer, setAnswer] = useState<ApprovalsAnswer | null>(null);
  const [order, setOrder] = useState<readonly string[]>([]);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Approvals['done']>(null);
  const submission = useRef(new Submission());
  const read = useCallback(() => {
    setTrouble(null);
    readApprovals().then(setAnswer, (failed: unknown) => {
      if (failed instanceof Problem && failed.kind === 'signed-out') toTheDoor(); else setTrouble(failed);
    });
  }, []);
  useEffect(read, [read]);
  const items = [...(answer?.items ?? [])].sort((a, b) => Number(b.id === first) - Number(a.id === first) || order.indexOf(a.id) - order.indexOf(b.id));
  const settle = async (card: ApprovalCard, decision: Decision, opinion: string): Promise<boolean> => {
    const body = { decision, ...(opinion.trim() === '' ? {} : { opinion: opinion.trim() }) };
    setBusy(true);
    setTrouble(null);
    try {
      await decide(card.id, body, submission.current.keyFor([card.id, body]));
      submission.current.done();
      setDone({ card, decision });
      setAnswer((before) => before && { ...before, waiting: Math.max(0, before.waiting - 1), items: before.items.filter((each) => each.id !== card.id) });
      read();
      return true;
    } catch (failed) {
      if (failed instanceof Problem && failed.kind === 'signed-out') toTheDoor(); else setTrouble(failed);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { answer, card: items[0] ?? null, waiting: Math.max(answer?.waiting ?? 0, items.length), trouble, busy, done, read, settle, later: (card) => setOrder((before) => [...before.filter((id) => id !== card.id), card.id]) };
}
