import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { listWords } from './words.ts';

interface Props {
  /** The place of the page before: empty = the first page, null = unknown, undefined = there is none. */
  readonly before: string | null | undefined;
  readonly next: string | null;
  readonly go: (cursor: string) => void;
}

/** Back and on by places, never by numbers: nothing is counted through, and no row is skipped when new ones come in. */
export function Pager({ before, next, go }: Props): ReactElement | null {
  const say = useWords(listWords);
  if (before === undefined && next === null) return null;
  return (
    <nav className="pager" aria-label={say('pages')}>
      <Button disabled={before === undefined} onClick={() => go(before ?? '')}>{say(before === null ? 'first' : 'before')}</Button>
      <Button disabled={next === null} onClick={() => go(next ?? '')}>{say('after')}</Button>
    </nav>
  );
}
