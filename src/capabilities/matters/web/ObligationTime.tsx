import type { ReactElement } from 'react';
import { instantOf, Moment, UrgencyChip, useWords } from '#ui/index.ts';
import type { ObligationJson } from '../contract.ts';
import { limitOf } from './rules/limits.ts';
import { matterWords } from './words.ts';

/** The time of an obligation: the chip of the ladder, and beside it always the absolute time. A decision without a limit waits; it is not “not dated yet”. */
export function ObligationTime({ obligation }: { obligation: ObligationJson }): ReactElement {
  const say = useWords(matterWords);
  const waits = obligation.act === 'approve' && obligation.dueAt === null && obligation.state === 'open';
  return (
    <span className="limit">
      {waits ? <span className="tag">{say('pending')}</span> : <UrgencyChip limit={limitOf(obligation)} metAt={instantOf(obligation.metAt)} />}
      {obligation.dueAt !== null && <Moment at={obligation.dueAt} end />}
    </span>
  );
}
