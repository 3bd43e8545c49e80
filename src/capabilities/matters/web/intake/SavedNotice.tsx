import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useFunctionKey, useWords } from '#ui/index.ts';
import { ObligationTime } from '../ObligationTime.tsx';
import { owed } from '../rules/limits.ts';
import type { Saved } from './useSave.ts';
import { intakeWords } from './words.ts';

/** After saving: the number to tell the customer, what is owed now, and the way to the matter or to the next call. */
export function SavedNotice({ saved, next }: { saved: Saved; next: () => void }): ReactElement {
  const say = useWords(intakeWords);
  const { matter, forwarded, forwardWith } = saved;
  const word = forwarded !== null ? 'savedAndForwarded' : forwardWith !== null ? 'savedNotForwarded' : 'saved';
  useFunctionKey('F2', next);
  return (
    <section className="saved" role="status">
      <h1>{say(word, { number: matter.number, act: forwarded ?? '' })}</h1>
      <ul className="rows">{owed(matter.obligations).map((one) => <li key={one.id}><div className="line"><b>{one.title}</b> {one.bearerTitle} <ObligationTime obligation={one} /></div></li>)}</ul>
      <div className="line">
        <Button type="primary" autoFocus onClick={next}>{say('nextCall')} <small>F2</small></Button>
        <Link to="/matters/$id" params={{ id: matter.id }} search={forwardWith === null ? {} : { act: forwardWith }}>{forwardWith === null ? say('openIt') : say('forwardTo')}</Link>
      </div>
    </section>
  );
}
