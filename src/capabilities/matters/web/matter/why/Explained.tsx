import { App, Button } from 'antd';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { ClauseChips, partWords, instantOf, Moment, momentText, useClock, useLanguage, useMinute, useWords } from '#ui/index.ts';
import type { ExplanationJson } from '../../../contract.ts';
import { matterWords } from '../../words.ts';
import { pageWords } from '../words.ts';
import { Arithmetic } from './Arithmetic.tsx';

/** The answer in at most a dozen lines; the clause's own words and what can be said to the customer are one press away. */
export function Explained({ explanation, grown }: { explanation: ExplanationJson; grown: () => void }): ReactElement {
  const say = useWords(matterWords);
  const sayPage = useWords(pageWords);
  const { language } = useLanguage();
  const whole = useRef<HTMLElement>(null);
  const [text, showText] = useState(false);
  const [telling, tell] = useState(false);
  const copy = useCopy();
  const hasText = explanation.clauses.some((clause) => clause.text !== '');
  const title = useTitle(explanation);
  useEffect(grown, [text, telling, grown]);
  return (
    <section role="dialog" aria-label={explanation.title}>
      <div className="line why-head">
        <h3>{title}</h3>
        <span className="why-tools">
          {hasText && <Button aria-pressed={text} onClick={() => showText(!text)}>{sayPage(text ? 'hideText' : 'showText')}</Button>}
          <Button aria-pressed={telling} onClick={() => tell(!telling)}>{sayPage('toCustomer')}</Button>
          <Button onClick={() => copy(`${title}\n${whole.current?.innerText ?? ''}`)}>{sayPage('copy')}</Button>
        </span>
      </div>
      {telling && <p className="why-say">{explanation.customer[language]} <Button type="link" className="flush" onClick={() => copy(explanation.customer[language])}>{sayPage('copy')}</Button></p>}
      <article ref={whole}>
        {explanation.fixed ? <Fixed explanation={explanation} fixed={explanation.fixed} /> : <Rule explanation={explanation} open={text} />}
        {explanation.fixed === null && <Arithmetic explanation={explanation} />}
        <Extensions explanation={explanation} />
        {explanation.notes.map((note) => <p key={note} className="quiet">{note}</p>)}
        {explanation.then.length > 0 && <h4>{say('then')}</h4>}
        <ul className="why-then">{explanation.then.map((step) => <li key={`${step.at}${step.says}`}><Moment at={step.at} end /> {step.says}{step.who.length > 0 && <span className="quiet">（{step.who.join('、')}）</span>}</li>)}</ul>
      </article>
    </section>
  );
}

function useTitle({ to }: ExplanationJson): string {
  const say = useWords(matterWords);
  const { language } = useLanguage();
  const { zone } = useClock();
  const now = useMinute();
  const at = instantOf(to);
  return at === null ? say('whyUndated') : say('whyTitle', { when: momentText(at, now, zone, language, true) });
}

/** Copies words, and says so; where the browser forbids it (a page without HTTPS), it says nothing and nothing is lost. */
function useCopy(): (words: string) => void {
  const say = useWords(pageWords);
  const { message } = App.useApp();
  return (words) => void navigator.clipboard?.writeText(words).then(() => message.success(say('copied')), () => undefined);
}

/** A time that somebody fixed: who, when, and what is to be done by then. No rule says more about it, nothing is counted. */
function Fixed({ explanation, fixed }: { explanation: ExplanationJson; fixed: NonNullable<ExplanationJson['fixed']> }): ReactElement {
  const say = useWords(pageWords);
  return <p><b>{fixed.by}</b> <Moment at={fixed.at} /> {say('fixedIt')} <b><Moment at={explanation.to} end /></b> {say('before')} {explanation.title}</p>;
}

/** The rule in one line, and whose number it is; the clause's own words when they are asked for. */
function Rule({ explanation, open }: { explanation: ExplanationJson; open: boolean }): ReactElement {
  const say = useWords(matterWords);
  const sayCommon = useWords(partWords);
  const { ours, clauses } = explanation;
  return (
    <>
      <p><b>{explanation.title}</b> · {explanation.who} · {say('rule')} {explanation.due} <span className={ours === null ? 'tag' : 'tag tag-ours'}>{ours === null ? sayCommon('policyText') : sayCommon('ours')}</span> <ClauseChips clauses={clauses.map((clause) => clause.id)} texts={clauses.map((clause) => clause.text)} /></p>
      {open && clauses.map((clause) => <blockquote key={clause.id} className="why-text"><b>{clause.id}</b> {clause.text}</blockquote>)}
      {ours !== null && <p className="quiet">{ours}</p>}
      <p className="quiet">{say('from')} <Moment at={explanation.from} /> {explanation.fromWhat}{explanation.facts.map((fact) => ` · ${fact.title} ${fact.known ? fact.value : say('unknownFact')}`)}</p>
    </>
  );
}

/** 延期: from when to when, by whom, with whose consent. */
function Extensions({ explanation }: { explanation: ExplanationJson }): ReactElement {
  const say = useWords(pageWords);
  return <>{explanation.extended.map((each) => <p key={each.at}>{say('extendedBy', { who: each.by })} <Moment at={each.from} end /> → <Moment at={each.to} end />{each.approvedBy.length > 0 && <span className="quiet"> {say('consented', { who: each.approvedBy.join('、') })}</span>}</p>)}</>;
}
