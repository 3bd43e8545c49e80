import { Input } from 'antd';
import { useDeferredValue, useState, type ReactElement } from 'react';
import { Nothing, SidePanel, useNarrow, useWords } from '#ui/index.ts';
import type { PolicyPage } from '../contract.ts';
import { ClauseRules } from './ClauseRules.tsx';
import { Coverage } from './Coverage.tsx';
import { CarriedMark } from './CarriedMark.tsx';
import { shownClauses, underHeadings, type Carried, type Clause } from './rules/shown.ts';
import { policyWords } from './words.ts';

/** The text clause by clause, with its mark in the margin; at its side what the chosen clause is carried by. */
export function PolicyDocument({ policy }: { policy: PolicyPage }): ReactElement {
  const say = useWords(policyWords);
  const narrow = useNarrow();
  const [search, seek] = useState('');
  const [carried, narrowTo] = useState<Carried | null>(null);
  const [chosen, choose] = useState<Clause | null>(null);
  const sought = useDeferredValue(search);
  const shown = shownClauses(policy.clauses, carried, sought);
  return (
    <>
      <Coverage counts={policy.counts} total={policy.clauses.length} carried={carried} narrowTo={narrowTo} />
      <Input.Search aria-label={say('search')} placeholder={say('search')} allowClear value={search} onChange={(event) => seek(event.target.value)} className="seek" />
      <div className="beside">
        <article className="document">
          {shown.length === 0 && <Nothing text={say('nothingFound', { search: sought })} />}
          {underHeadings(shown).map((group) => (
            <section key={`${group.heading}${group.clauses[0]?.id ?? ''}`}>
              {group.heading !== '' && <h3>{group.heading}</h3>}
              {group.clauses.map((clause) => <ClauseLine key={clause.id} clause={clause} chosen={clause === chosen} choose={() => choose(clause)} />)}
            </section>
          ))}
        </article>
        {narrow
          ? <SidePanel open={chosen !== null} title={chosen?.id ?? ''} close={() => choose(null)}>{chosen && <ClauseRules clause={chosen} />}</SidePanel>
          : <aside className="margin">{chosen ? <ClauseRules clause={chosen} /> : <Nothing text={say('chooseClause')} />}</aside>}
      </div>
    </>
  );
}

function ClauseLine({ clause, chosen, choose }: { clause: Clause; chosen: boolean; choose: () => void }): ReactElement {
  return (
    <button type="button" className="clause-line" aria-pressed={chosen} onClick={choose}>
      <CarriedMark carried={clause.carried} />
      <span className="clause-id">{clause.id}</span>
      <span>{clause.text}</span>
    </button>
  );
}
