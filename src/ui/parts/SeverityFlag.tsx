import type { ReactElement } from 'react';
import { partWords, useWords } from '../words/index.ts';
import { AttentionSign, FlagSign } from './signs.tsx';

/** 3 = the heaviest of its policy, 2 = between, 1 = the lightest. The words are the policy's; the level only chooses the sign. */
export type SeverityLevel = 1 | 2 | 3;

/** Level of a value in a list from heavy to light. */
export function severityLevel(order: readonly string[], value: string | null): SeverityLevel {
  const place = value === null ? -1 : order.indexOf(value);
  if (place < 0 || place === order.length - 1) return 1;
  return place === 0 ? 3 : 2;
}

/** Reported urgently, or somebody is in danger: the titles of the dangers. */
export interface Peril { readonly urgent: boolean; readonly dangers: readonly string[] }

/** 险情 or 紧急 with its sign; what the danger is says more than that it was urgent. */
export function PerilSign({ peril, brief = false }: { peril: Peril | null | undefined; /** In a narrow column: the word, what it is on pointing. */ brief?: boolean }): ReactElement | null {
  const say = useWords(partWords);
  if (!peril) return null;
  if (brief) return <span className="tag pressing" title={peril.dangers.join('、')}><AttentionSign /> {say(peril.dangers.length > 0 ? 'danger' : 'urgent')}</span>;
  return <span className="tag pressing"><AttentionSign /> {peril.dangers.length > 0 ? `${say('danger')} · ${peril.dangers.join('、')}` : say('urgent')}</span>;
}

/** The flag before a title; nothing where no severity is known. A light one gives way to the danger: nobody reads “minor” who should run. */
export function SeverityFlag({ title, level, peril, brief = false }: { title: string | null; level: SeverityLevel; peril?: Peril | null | undefined; brief?: boolean }): ReactElement | null {
  if (peril && level === 1) return <PerilSign peril={peril} brief={brief} />;
  if (title === null || title === '') return <PerilSign peril={peril} />;
  return peril && !brief ? <><PerilSign peril={peril} /> <Flag title={title} level={level} /></> : <Flag title={title} level={level} />;
}

function Flag({ title, level }: { title: string; level: SeverityLevel }): ReactElement {
  return (
    <span className={`severity severity-${level}`}>
      {level > 1 && <FlagSign />}{level > 2 && <FlagSign />}{title}
    </span>
  );
}
