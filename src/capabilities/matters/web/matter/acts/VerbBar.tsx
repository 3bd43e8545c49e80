import { Button, Dropdown, Tooltip, type MenuProps } from 'antd';
import { useEffect, useRef, type ReactElement } from 'react';
import { partWords, LockSign, useWords } from '#ui/index.ts';
import type { MatterJson, PossibleAct } from '../../../contract.ts';
import { firstReason, groupedVerbs, verbsOf, type VerbGroup } from '../../rules/acts.ts';
import { owed } from '../../rules/limits.ts';
import { matterWords } from '../../words.ts';
import { pageWords } from '../words.ts';
import './acts.css';

interface Props { readonly acts: readonly PossibleAct[]; readonly matter: MatterJson; readonly choose: (act: string) => void; /** Each new number gives the first verb the focus; 0 = nobody asked. */ readonly called?: number }

/** What can be done: my own next act filled, others beside it, what is not possible yet with its reason, the rest in groups. */
export function VerbBar({ acts, matter, choose, called = 0 }: Props): ReactElement {
  const say = useWords(matterWords);
  const { primary, beside, locked, more } = verbsOf(acts, owed(matter.obligations), matter);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => { if (called > 0) bar.current?.querySelector('button')?.focus(); }, [called]);
  // The same numbers as everywhere: Alt+1 is the next act.
  const tip = (nth: number): { 'data-keytip'?: number } => (nth <= 9 ? { 'data-keytip': nth } : {});
  const first = primary ? 2 : 1;
  if (acts.length === 0) return <div className="verbs quiet">{say('noActs')}</div>;
  return (
    <div ref={bar} className="verbs" role="toolbar" aria-label={say('act')}>
      {primary && <Button type="primary" {...tip(1)} onClick={() => choose(primary.act)}>{primary.title}</Button>}
      {beside.map((act, at) => <Button key={act.act} {...tip(first + at)} onClick={() => choose(act.act)}>{act.title}</Button>)}
      {locked.map((act) => <LockedVerb key={act.act} act={act} choose={() => choose(act.act)} />)}
      {more.length > 0 && <MoreVerbs acts={more} choose={choose} />}
    </div>
  );
}

/** Not possible yet: the reason on hover and focus; pressing it opens the way out (what is missing, whom to ask). */
function LockedVerb({ act, choose }: { act: PossibleAct; choose: () => void }): ReactElement {
  const say = useWords(partWords);
  const reason = firstReason(act);
  const words = reason.clause === '' ? reason.text : `${reason.text} · ${say('clause', { id: reason.clause })}`;
  return (
    <Tooltip title={words} trigger={['hover', 'focus']}>
      <Button className="locked" aria-description={words} icon={<LockSign />} onClick={choose}>{act.title}</Button>
    </Tooltip>
  );
}

const GROUPS: Readonly<Record<VerbGroup, keyof typeof pageWords>> = {
  work: 'groupWork', customer: 'groupCustomer', time: 'groupTime', mend: 'groupMend', lead: 'groupLead', locked: 'groupLocked', others: 'groupOthers',
};

function MoreVerbs({ acts, choose }: { acts: readonly PossibleAct[]; choose: (act: string) => void }): ReactElement {
  const say = useWords(matterWords);
  const sayPage = useWords(pageWords);
  const sayCommon = useWords(partWords);
  const items: NonNullable<MenuProps['items']> = groupedVerbs(acts).map(({ group, acts: found }) => ({
    key: group, type: 'group', label: sayPage(GROUPS[group]),
    children: found.map((act) => ({ key: act.act, label: act.allowed ? act.title : <LockedRow act={act} clause={(id) => sayCommon('clause', { id })} /> })),
  }));
  return <Dropdown trigger={['click']} placement="topLeft" menu={{ items, onClick: ({ key }) => choose(key), className: 'more-verbs' }}><Button>{say('moreActs')} ▾</Button></Dropdown>;
}

function LockedRow({ act, clause }: { act: PossibleAct; clause: (id: string) => string }): ReactElement {
  const reason = firstReason(act);
  return <span className="locked-row"><span><LockSign /> {act.title}</span><small>{reason.text}{reason.clause !== '' && ` · ${clause(reason.clause)}`}</small></span>;
}
