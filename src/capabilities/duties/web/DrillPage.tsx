import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, civilText, instantOfCivil, isoText, Nothing, PickDayAndTime, useClock, useMinute, useWords } from '#ui/index.ts';
import { kindsQuery, type KindJson } from '#capabilities/policies/web/index.ts';
import { nextSundayNight, springFestivalNight } from '../rules/instants.ts';
import { drillQuery, type Drilled } from './calls.ts';
import { DrillResult } from './DrillResult.tsx';
import { Chip } from './Chip.tsx';
import { FactChips, type Facts } from './FactChips.tsx';
import { drillWords } from './words.ts';
import './drill.css';

/** 应急演练: three choices and one press. */
export default function DrillPage(): ReactElement {
  const say = useWords(drillWords);
  const kinds = useQuery(kindsQuery);
  return (
    <div className="drill">
      <h1>{say('drill')}</h1>
      <p className="quiet">{say('means')}</p>
      <Answer of={kinds}>{(found) => <Choosing kinds={found.filter((kind) => kind.asks.length > 0)} />}</Answer>
    </div>
  );
}

function Choosing({ kinds }: { kinds: readonly KindJson[] }): ReactElement {
  const say = useWords(drillWords);
  const { zone } = useClock();
  const now = useMinute();
  const [kind, chooseKind] = useState(kinds[0]);
  const [facts, put] = useState<Facts>({});
  const [urgent, setUrgent] = useState(false);
  const [at, chooseAt] = useState<number | null>(null);
  const [drilled, start] = useState<Drilled | null>(null);
  const answer = useQuery(drillQuery(drilled));
  const go = (): void => { if (kind) start({ kind: kind.id, at: isoText(at ?? now, zone), facts, urgent }); };
  return (
    <>
      <Choice title={say('kind')}>{kinds.map((each) => <Chip key={each.id} on={each.id === kind?.id} press={() => { chooseKind(each); put({}); }}>{each.title}</Chip>)}</Choice>
      {kind && <Choice title={say('facts')}><Chip on={urgent} press={() => setUrgent(!urgent)}>{say('urgent')}</Chip><FactChips asks={kind.asks} facts={facts} put={put} /></Choice>}
      <Instants at={at} choose={chooseAt} now={now} zone={zone} />
      <p><Button type="primary" size="middle" disabled={!kind} onClick={go}>{say('go')}</Button></p>
      {drilled === null ? <Nothing text={say('choose')} /> : <Answer of={answer} rows={8}>{(found) => <DrillResult found={found} />}</Answer>}
    </>
  );
}

function Choice({ title, children }: { title: string; children: React.ReactNode }): ReactElement {
  return <div className="drill-choice" role="group" aria-label={title}><span className="quiet">{title}</span><div className="chips">{children}</div></div>;
}

/** Hours at which things go wrong, and one's own. */
function Instants({ at, choose, now, zone }: { at: number | null; choose: (at: number | null) => void; now: number; zone: string }): ReactElement {
  const say = useWords(drillWords);
  const presets = [{ name: 'sunday', at: nextSundayNight(now, zone) }, { name: 'spring', at: springFestivalNight(now, zone) }] as const;
  return (
    <Choice title={say('when')}>
      <Chip on={at === null} press={() => choose(null)}>{say('now')}</Chip>
      {presets.map((each) => each.at !== null && <Chip key={each.name} on={at === each.at} press={() => choose(each.at)}>{say(each.name)}</Chip>)}
      <PickDayAndTime className="drill-own" label={say('own')} value={at === null ? '' : civilText(at, zone).slice(0, 16)} change={(text) => choose(instantOfCivil(text, zone))} />
    </Choice>
  );
}
