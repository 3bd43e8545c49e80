import { Button, Collapse } from 'antd';
import type { ReactElement } from 'react';
import { ClauseChips, partWords, useWords } from '#ui/index.ts';
import type { MatterJson, ObligationJson, PossibleAct } from '../../contract.ts';
import { clausesOf, isOwed, owed } from '../rules/limits.ts';
import { ObligationTime } from '../ObligationTime.tsx';
import { matterWords } from '../words.ts';
import { Why } from './Why.tsx';

interface Props { readonly matter: MatterJson; readonly acts: readonly PossibleAct[]; readonly choose: (act: string) => void }

/** What is owed in this matter: now, and what is done (folded). Each time can be asked why. */
export function Obligations({ matter, acts, choose }: Props): ReactElement {
  const say = useWords(matterWords);
  const now = owed(matter.obligations);
  const done = matter.obligations.filter((one) => !isOwed(one) && one.state !== 'void');
  const mine = new Set(acts.filter((act) => act.mine && act.allowed).map((act) => act.act));
  return (
    <section aria-label={say('limits')}>
      <h2>{say('limits')}</h2>
      {now.length === 0 && <p className="quiet">{say('noLimits')}</p>}
      <ul className="rows">{now.map((one) => <li key={one.id}><ObligationLine obligation={one} {...(mine.has(one.act) ? { choose: () => choose(one.act) } : {})} /></li>)}</ul>
      {done.length > 0 && (
        <Collapse ghost items={[{ key: 'done', label: say('limitsDone', { n: done.length }), children: <ul className="rows">{done.map((one) => <li key={one.id}><ObligationLine obligation={one} /></li>)}</ul> }]} />
      )}
    </section>
  );
}

function ObligationLine({ obligation, choose }: { obligation: ObligationJson; choose?: () => void }): ReactElement {
  const say = useWords(partWords);
  return (
    <div className="owed">
      <div className="line">
        {choose ? <Button type="link" className="flush" onClick={choose}><b>{obligation.title}</b></Button> : <b>{obligation.title}</b>}
        <Why obligation={obligation} />
      </div>
      <div className="line"><ObligationTime obligation={obligation} /></div>
      <div className="quiet">{obligation.bearerTitle} <ClauseChips clauses={clausesOf(obligation)} />{obligation.ours !== null && <> <span className="tag tag-ours" title={obligation.ours}>{say('ours')}</span></>}</div>
    </div>
  );
}
