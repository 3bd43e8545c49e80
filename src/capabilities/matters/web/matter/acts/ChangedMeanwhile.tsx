import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import { Moment, useWords } from '#ui/index.ts';
import type { EventJson } from '../../../contract.ts';
import { matterWords } from '../../words.ts';

/** Somebody was faster: what he did, and the choice to submit nevertheless. */
export function ChangedMeanwhile({ events, mine, drop }: { events: readonly EventJson[]; mine: () => void; drop: () => void }): ReactElement {
  const say = useWords(matterWords);
  return (
    <Alert type="info" showIcon role="alert" title={say('changed')} description={
      <>
        <ul className="rows">{events.map((event) => <li key={event.seq}><Moment at={event.occurredAt} /> {say('changedBy', { who: event.actor.name, what: event.title })}</li>)}</ul>
        <Button type="primary" onClick={mine}>{say('mergeMine')}</Button> <Button onClick={drop}>{say('dropMine')}</Button>
      </>
    } />
  );
}
