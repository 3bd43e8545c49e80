import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '../words/index.ts';
import { partWords } from '../words/parts.ts';

interface Pages { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; readonly fetchNextPage: () => unknown }

/** The next rows of a list that is read page by page. */
export function Older({ pages, size }: { pages: Pages; size: number }): ReactElement | null {
  const say = useWords(partWords);
  if (!pages.hasNextPage) return null;
  return <div className="older"><Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{say('olderRows', { n: size })}</Button></div>;
}
