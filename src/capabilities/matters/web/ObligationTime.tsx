import type { ReactElement } from 'react';
import { instantOf, Moment, UrgencyChip } from '#ui/index.ts';
import type { ObligationJson } from '../contract.ts';
import { limitOf } from './rules/limits.ts';

/** The time of an obligation: the chip of the ladder, and beside it always the absolute time. */
export function ObligationTime({ obligation }: { obligation: ObligationJson }): ReactElement {
  return (
    <span className="limit">
      <UrgencyChip limit={limitOf(obligation)} metAt={instantOf(obligation.metAt)} />
      {obligation.dueAt !== null && <Moment at={obligation.dueAt} />}
    </span>
  );
}
