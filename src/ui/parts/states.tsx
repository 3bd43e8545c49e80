import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { problemText } from '../client/problem.ts';
import { useWords } from '../words/index.ts';
import { partWords } from '../words/parts.ts';
import { AttentionSign } from './signs.tsx';

/** Skeleton rows, only after 200 ms: a quick answer must not flicker. */
export function Loading({ rows = 5 }: { rows?: number }): ReactElement | null {
  const say = useWords(partWords);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return slow ? <div role="status" aria-label={say('loading')}>{Array.from({ length: rows }, (_, at) => <div key={at} className="skeleton" />)}</div> : null;
}

/** An empty place: one sentence of what it means, and the next step where there is one. */
export function Nothing({ text, children }: { text: string; children?: ReactNode }): ReactElement {
  return <div className="nothing"><p>{text}</p>{children}</div>;
}

/** A sentence that must be seen, with a sign, and a way on where there is one. Plain elements: it is there when nothing else is. */
export function Notice({ text, more = '', children }: { text: string; more?: string; children?: ReactNode }): ReactElement {
  return <div role="alert" className="notice"><AttentionSign /><div><p>{text}</p>{more !== '' && <p className="quiet">{more}</p>}</div>{children}</div>;
}

/** A failure, in one sentence, with the way to try again. */
export function Trouble({ trouble, again }: { trouble: unknown; again?: () => void }): ReactElement {
  const say = useWords(partWords);
  return <Notice text={problemText(trouble, say)}>{again && <button type="button" className="notice-on" onClick={again}>{say('again')}</button>}</Notice>;
}

interface Asked<T> { readonly data: T | undefined; readonly error: unknown; readonly isPending: boolean; readonly refetch: () => unknown }

/** The three faces of something that is read: loading, failed, there. What was there before stays while a newer answer is awaited. */
export function Answer<T>({ of, rows, children }: { of: Asked<T>; rows?: number; children: (found: T) => ReactNode }): ReactNode {
  if (of.data !== undefined) return children(of.data);
  if (of.isPending) return <Loading {...(rows === undefined ? {} : { rows })} />;
  return <Trouble trouble={of.error} again={() => void of.refetch()} />;
}
