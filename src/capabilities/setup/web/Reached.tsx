import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import type { ReachJson } from '../contract.ts';
import { setupWords } from './words.ts';

/** How the product is reached now, and why https matters. */
export function Reached({ reach }: { reach: ReachJson }): ReactElement {
  const say = useWords(setupWords);
  const found = reach.certificate?.found;
  return (
    <div className="column">
      <dl className="facts">
        <div><dt>{say('reachedAt')}</dt><dd>{reach.listening}</dd></div>
        {reach.publicUrl !== null && <div><dt>{say('publicAt')}</dt><dd>{reach.publicUrl}</dd></div>}
        <div><dt>{say('reachedHere')}</dt><dd>{location.origin}</dd></div>
      </dl>
      {reach.loopback && !reach.behindProxy && <Alert type="info" showIcon title={say('loopback')} />}
      {found ? <Alert type="success" showIcon title={say('certificateInUse', { names: found.names.join(', '), until: (found.until ?? '').slice(0, 10) })} /> : location.protocol === 'http:' && <p>{say('whyHttps')}</p>}
    </div>
  );
}
