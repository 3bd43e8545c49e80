import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, Nothing, useWords } from '#ui/index.ts';
import type { MatterJson } from '../../../contract.ts';
import { attachmentsQuery, eventsQuery } from '../../calls.ts';
import { told, type Told } from '../../rules/timeline.ts';
import { matterWords } from '../../words.ts';
import { pageWords } from '../words.ts';
import { EventLine } from './EventLine.tsx';
import { Notified } from './Notified.tsx';

type Shown = 'all' | 'customer' | 'decision' | 'system';

/** What has happened, newest first; what the system did by itself is folded unless it is asked for. */
export function Timeline({ matter, rewind }: { matter: MatterJson; rewind: () => void }): ReactElement {
  const say = useWords(matterWords);
  const sayPage = useWords(pageWords);
  const events = useQuery(eventsQuery(matter.id));
  const files = useQuery(attachmentsQuery(matter.id)).data ?? [];
  const [shown, show] = useState<Shown>('all');
  const views = [{ value: 'all', label: say('allEvents') }, { value: 'customer', label: sayPage('withCustomer') }, { value: 'decision', label: sayPage('decisions') }, { value: 'system', label: say('systemEvents') }] as const;
  return (
    <section aria-label={say('timeline')}>
      <div className="line timeline-head">
        <h2>{say('timeline')}</h2>
        <Segmented<Shown> value={shown} onChange={show} options={[...views]} />
        <Button type="link" className="timeline-rewind" onClick={rewind}>{sayPage('rewind')}</Button>
      </div>
      <Notified matter={matter.id} />
      <Answer of={events}>{(found) => {
        const rows = told(found).filter((one) => shown === 'all' || one.class === shown).toReversed();
        if (rows.length === 0) return <Nothing text={say('noEvents')} />;
        return (
          <ol className="timeline">{grouped(rows, shown === 'all').map((group) => (group.length > 1
            ? <Folded key={`run-${group[0]?.event.seq}`} rows={group} files={files} />
            : group.map((one) => <EventLine key={one.event.seq} told={one} files={files} />)))}
          </ol>
        );
      }}</Answer>
    </section>
  );
}

/** Runs of what the system did by itself, to be folded; an overdue limit is never folded away. */
function grouped(rows: readonly Told[], fold: boolean): readonly (readonly Told[])[] {
  const groups: Told[][] = [];
  const foldable = (one: Told | undefined): boolean => fold && one?.class === 'system' && one.event.type !== 'breached';
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && foldable(row) && foldable(last[0])) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

function Folded({ rows, files }: { rows: readonly Told[]; files: readonly { readonly id: string; readonly name: string }[] }): ReactElement {
  const say = useWords(pageWords);
  return (
    <li className="event event-system">
      <details>
        <summary>{say('systemFolded', { n: rows.length })}</summary>
        <ol className="timeline-inner">{rows.map((one) => <EventLine key={one.event.seq} told={one} files={files} />)}</ol>
      </details>
    </li>
  );
}
