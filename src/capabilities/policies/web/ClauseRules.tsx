import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { CarriedMark } from './CarriedMark.tsx';
import { SectionName } from './SectionName.tsx';
import type { Clause } from './rules/shown.ts';
import { policyWords } from './words.ts';

/** What the system does with one clause, in sentences. */
export function ClauseRules({ clause }: { clause: Clause }): ReactElement {
  const say = useWords(policyWords);
  return (
    <section aria-label={clause.id}>
      <p><b>{clause.id}</b> <CarriedMark carried={clause.carried} /></p>
      <blockquote>{clause.text}</blockquote>
      <h4>{say('carriedBy')}</h4>
      {clause.by.length === 0 && <p className="quiet">{say('notCarried')}</p>}
      <ul className="rows">
        {clause.by.map((rule) => <li key={`${rule.section}/${rule.id}`}><p><SectionName section={rule.section} /> <b>{rule.title}</b></p><p>{rule.says}</p></li>)}
      </ul>
    </section>
  );
}
