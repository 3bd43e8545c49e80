import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import type { Draft } from '../rules/draft.ts';
import { similarQuery, type Sought } from './calls.ts';
import { useSettled } from '../settled.ts';
import { intakeWords } from './words.ts';

const ENOUGH_WORDS = 6;
const PAUSE = 600;

/** Perhaps it is the same thing again: then it is a chase and no second matter. Said once for a draft, and quiet when refused. */
export function SimilarBand({ draft, intoIt }: { draft: Draft; intoIt: (matter: { id: string; number: string }) => void }): ReactElement | null {
  const say = useWords(intakeWords);
  const [refused, setRefused] = useState('');
  const settled = useSettled(JSON.stringify(soughtBy(draft)), PAUSE);
  const [found] = useQuery(similarQuery(refused === draft.id ? null : JSON.parse(settled) as Sought | null)).data ?? [];
  if (!found || refused === draft.id || draft.content.trim() === '') return null;
  return (
    <div className="similar" role="note">
      <span>{say('similar')}：<b className="number">{found.number}</b> {found.subject} <span className="quiet">{found.stageTitle}</span></span>
      <span className="grow" />
      <Button onClick={() => intoIt(found)}>{say('intoIt')}</Button>
      <Button type="text" onClick={() => setRefused(draft.id)}>{say('another')}</Button>
    </div>
  );
}

function soughtBy(draft: Draft): Sought | null {
  const content = draft.content.trim().slice(0, 300);
  const address = (draft.place || draft.customer?.address || draft.address).trim();
  if ([...content].length < ENOUGH_WORDS || draft.urgent !== null || (!draft.customer && draft.phone.trim() === '' && address === '')) return null;
  return { content, ...(draft.customer ? { customer: draft.customer.id } : {}), ...(draft.phone.trim() === '' ? {} : { phone: draft.phone.trim() }), ...(address === '' ? {} : { address }) };
}
