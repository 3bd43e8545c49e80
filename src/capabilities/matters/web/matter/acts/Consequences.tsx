import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Moment, useLanguage, useWords } from '#ui/index.ts';
import type { ActBody, MatterJson } from '../../../contract.ts';
import { rehearsalQuery } from '../../calls.ts';
import { consequencesOf, type Consequence } from '../../rules/consequences.ts';
import { outcomeOf } from '../../useAct.ts';
import { useSettled } from '../../settled.ts';
import { verbWords } from './words.ts';

interface Props { readonly matter: MatterJson; /** What would be sent; null = the form is not filled in yet. */ readonly body: ActBody | null }

/** 「确认后」: the same decision as doing it, made without writing anything; where it would be refused, why, before anybody presses. */
export function Consequences({ matter, body }: Props): ReactElement | null {
  const say = useWords(verbWords);
  const settled = useSettled(body === null ? '' : JSON.stringify(body));
  const { data: after, error } = useQuery(rehearsalQuery(matter.id, settled));
  const against = error === null ? null : outcomeOf(error);
  if (body !== null && against?.is === 'refused') return <p className="field-says">{against.refusals.map((refusal) => refusal.text).join('；')}</p>;
  if (!after || error !== null || body === null) return null;
  const lines = consequencesOf(matter, after.matter);
  return (
    <section className="consequences" aria-label={say('afterwards')} aria-live="polite">
      <h4>{say('afterwards')}</h4>
      {lines.length === 0 && <p className="quiet">{say('nothingMoves')}</p>}
      <ul>{lines.map((line, i) => <li key={i}><Line line={line} /></li>)}</ul>
    </section>
  );
}

function Line({ line }: { line: Consequence }): ReactElement {
  const say = useWords(verbWords);
  const { language } = useLanguage();
  if (line.is === 'moved') return <><b>{line.title}</b>：<s><Moment at={line.from} end /></s> → <Moment at={line.to} end /></>;
  if (line.is === 'new') return <>{say('isNew')} <b>{line.title}</b> {line.who[language]} {line.to !== null && <Moment at={line.to} end />}</>;
  return <><b>{line.title}</b> {say(line.is)}</>;
}
