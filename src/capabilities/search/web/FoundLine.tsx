import type { ReactElement } from 'react';
import { maskedPhone, Moment, useWords } from '#ui/index.ts';
import type { Found } from '../contract.ts';
import { searchWords } from './words.ts';

/** One thing that was found: what it is called, and what tells it from its likes. */
export function FoundLine({ found }: { found: Found }): ReactElement {
  const say = useWords(searchWords);
  switch (found.is) {
    case 'customer': return <><b>{found.title || '—'}</b><span className="number">{maskedPhone(found.phone)}</span><span className="found-rest">{found.address}</span></>;
    case 'house': return <><b>{found.title}</b><span className="found-rest">{found.customerName}</span></>;
    case 'matter': return <><b className="found-subject">{found.title}</b><span className="number">{found.number}</span><span className="found-rest">{[found.kindTitle, found.ended ? say('ended') : found.stageTitle, found.customerName].filter(Boolean).join(' · ')}</span><Moment at={found.receivedAt} /></>;
  }
}
