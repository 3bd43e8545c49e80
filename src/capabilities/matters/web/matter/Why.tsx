import { useQuery } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, ClauseChip, partWords, instantOf, Moment, momentText, SidePanel, useClock, useLanguage, useNarrow, useNow, useWords } from '#ui/index.ts';
import type { ExplanationJson, ObligationJson } from '../../contract.ts';
import { explanationQuery } from '../calls.ts';
import { matterWords } from '../words.ts';
import { Arithmetic } from './Arithmetic.tsx';

/** 「为什么」 behind a time: the clause, whose number it is, the arithmetic, the facts, and what follows if nobody acts. */
export function Why({ obligation }: { obligation: ObligationJson }): ReactElement {
  const say = useWords(matterWords);
  const [open, setOpen] = useState(false);
  const narrow = useNarrow();
  const button = <Button type="link" aria-expanded={open} aria-haspopup="dialog" {...(narrow ? { onClick: () => setOpen(true) } : {})}>{say('why')}</Button>;
  if (narrow) return <>{button}<SidePanel open={open} title={obligation.title} close={() => setOpen(false)}><Asked obligation={obligation.id} /></SidePanel></>;
  return (
    <Popover trigger="click" open={open} onOpenChange={setOpen} placement="leftTop" destroyOnHidden classNames={{ root: 'why' }} content={<Asked obligation={obligation.id} />}>
      {button}
    </Popover>
  );
}

function Asked({ obligation }: { obligation: string }): ReactElement {
  const explanation = useQuery(explanationQuery(obligation));
  return <div className="why-body"><Answer of={explanation} rows={4}>{(found) => <Explained explanation={found} />}</Answer></div>;
}

function Explained({ explanation }: { explanation: ExplanationJson }): ReactElement {
  const say = useWords(matterWords);
  const sayCommon = useWords(partWords);
  const { language } = useLanguage();
  const { zone } = useClock();
  const now = useNow();
  const to = instantOf(explanation.to);
  return (
    <section role="dialog" aria-label={explanation.title}>
      <h3>{to === null ? say('whyUndated') : say('whyTitle', { when: momentText(to, now, zone, language) })}</h3>
      {explanation.clauses.map((clause) => <p key={clause.id}><ClauseChip clause={clause.id} /> {clause.text}</p>)}
      <p><b>{explanation.title}</b> · {explanation.who} · {say('rule')} {explanation.due} <span className={explanation.ours === null ? 'tag' : 'tag tag-ours'}>{explanation.ours === null ? sayCommon('policyText') : sayCommon('ours')}</span></p>
      {explanation.ours !== null && <p className="quiet">{explanation.ours}</p>}
      <p className="quiet">{say('from')} <Moment at={explanation.from} /> {explanation.fromWhat}</p>
      <Arithmetic explanation={explanation} />
      {explanation.facts.length > 0 && <p className="quiet">{say('becauseFacts')}：{explanation.facts.map((fact) => `${fact.title} ${fact.known ? fact.value : say('unknownFact')}`).join('；')}</p>}
      {explanation.notes.map((note) => <p key={note} className="quiet">{note}</p>)}
      {explanation.then.length > 0 && <h4>{say('then')}</h4>}
      <ul className="rows">{explanation.then.map((step) => <li key={`${step.at}${step.says}`}><Moment at={step.at} /> {step.says}</li>)}</ul>
    </section>
  );
}
