import { Button, Collapse } from 'antd';
import type { ReactElement } from 'react';
import { ClauseChips, Moment, partWords, useClock, useLanguage, useMinute, useWords } from '#ui/index.ts';
import type { MatterJson, ObligationJson, PossibleAct } from '../../contract.ts';
import { clausesOf, inTurn } from '../rules/limits.ts';
import { ObligationTime } from '../ObligationTime.tsx';
import { matterWords } from '../words.ts';
import { Why, WhyThis } from './why/Why.tsx';
import { pageWords } from './words.ts';

interface Props { readonly matter: MatterJson; readonly acts: readonly PossibleAct[]; readonly choose: (act: string) => void }

/** What is owed in this matter: now, afterwards, and what is done (both folded). Each time can be asked why. */
export function Obligations({ matter, acts, choose }: Props): ReactElement {
  const say = useWords(matterWords);
  const sayPage = useWords(pageWords);
  const { zone } = useClock();
  const { now, later, done } = inTurn(matter.obligations, useMinute(), zone);
  const mine = new Set(acts.filter((act) => act.mine && act.allowed).map((act) => act.act));
  const lines = (rows: readonly ObligationJson[], doable: boolean): ReactElement => (
    <ul className="rows">{rows.map((one) => <li key={one.id}><ObligationLine matter={matter.id} obligation={one} {...(doable && mine.has(one.act) ? { choose: () => choose(one.act) } : {})} /></li>)}</ul>
  );
  const folded = [
    ...(later.length > 0 ? [{ key: 'later', label: sayPage('limitsLater', { n: later.length }), children: lines(later, true) }] : []),
    ...(done.length > 0 ? [{ key: 'done', label: say('limitsDone', { n: done.length }), children: lines(done, false) }] : []),
  ];
  return (
    <section aria-label={say('limits')}>
      <h2>{say('limits')}</h2>
      {now.length === 0 && <p className="quiet">{say('noLimits')}</p>}
      {lines(now, true)}
      {folded.length > 0 && <Collapse ghost className="folds" {...(now.length + later.length <= 3 ? { defaultActiveKey: ['later'] } : {})} items={folded} />}
    </section>
  );
}

function ObligationLine({ matter, obligation, choose }: { matter: string; obligation: ObligationJson; choose?: () => void }): ReactElement {
  const say = useWords(partWords);
  const sayPage = useWords(pageWords);
  const { language } = useLanguage();
  return (
    <div className="owed">
      <div className="line">
        {choose ? <Button type="link" className="flush" onClick={choose}><b>{obligation.title}</b></Button> : <b>{obligation.title}</b>}
        <Why obligation={obligation} />
      </div>
      <div className="line"><ObligationTime obligation={obligation} />{obligation.extendedFrom !== null && <span className="quiet">{sayPage('wasDue', { when: '' })}<s><Moment at={obligation.extendedFrom} end /></s></span>}</div>
      <div className="quiet">{obligation.bearerWords[language]} {obligation.duty !== 'approve' && <WhyThis matter={matter} title={obligation.bearerWords[language]} of="bearer" name={obligation.id} />} <ClauseChips clauses={clausesOf(obligation)} />{obligation.ours !== null && <> <span className="tag tag-ours" title={obligation.ours}>{say('ours')}</span></>}</div>
    </div>
  );
}
