import type { ReactElement } from 'react';
import { ClauseChips, Moment, partWords, useWords } from '#ui/index.ts';
import type { BecauseJson } from '../../../contract.ts';
import { matterWords } from '../../words.ts';

/** Why a severity, a handler, an approver: the rule and whose it is, what it looked at, who chose, and the clause in its own words. */
export function Because({ because }: { because: BecauseJson }): ReactElement {
  const say = useWords(matterWords);
  const sayCommon = useWords(partWords);
  const { title, rule, ours, clauses, facts, notes, who, by } = because;
  return (
    <section role="dialog" aria-label={title}>
      <h3>{say('whyThis', { title })}</h3>
      <p><b>{rule}</b> <span className={ours === null && clauses.length > 0 ? 'tag' : 'tag tag-ours'}>{ours === null && clauses.length > 0 ? sayCommon('policyText') : sayCommon('ours')}</span> <ClauseChips clauses={clauses.map((clause) => clause.id)} texts={clauses.map((clause) => clause.text)} /></p>
      {ours !== null && <p className="quiet">{ours}</p>}
      {who.length > 0 && <p>{who.join('、')}</p>}
      {by && <p>{by.name} · {by.act} · <Moment at={by.at} />{by.reason !== null && `：${by.reason}`}</p>}
      {facts.length > 0 && <ul className="why-facts">{facts.map((fact) => <li key={fact.name}>{fact.title} <b>{fact.known ? fact.value : say('unknownFact')}</b></li>)}</ul>}
      {notes.map((note) => <p key={note} className="quiet">{note}</p>)}
      {clauses.filter((clause) => clause.text !== '').map((clause) => <blockquote key={clause.id} className="why-text"><b>{clause.id}</b> {clause.text}</blockquote>)}
    </section>
  );
}
