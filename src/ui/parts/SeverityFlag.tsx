import type { ReactElement } from 'react';
import { perilWords, type Peril, type SeverityLevel } from '../rules/index.ts';
import { useLanguage } from '../words/index.ts';
import { AttentionSign, FlagSign } from './signs.tsx';

/** 险情 or 紧急 with its sign; what the danger is says more than that it was urgent. */
export function PerilSign({ peril, brief = false }: { peril: Peril | null | undefined; /** In a narrow column: the word, what it is on pointing. */ brief?: boolean }): ReactElement | null {
  const { language } = useLanguage();
  if (!peril) return null;
  return <span className="tag pressing" {...(brief ? { title: peril.dangers.join('、') } : {})}><AttentionSign /> {perilWords(peril, language, brief)}</span>;
}

/** The flag before a title; nothing where no severity is known. A light one gives way to the danger: nobody reads “minor” who should run. */
export function SeverityFlag({ title, level, peril, brief = false }: { title: string | null; level: SeverityLevel; peril?: Peril | null | undefined; brief?: boolean }): ReactElement | null {
  // In a narrow column there is room for one word, and what lies below the heaviest gives way.
  if (peril && level < (brief ? 3 : 2)) return <PerilSign peril={peril} brief={brief} />;
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
