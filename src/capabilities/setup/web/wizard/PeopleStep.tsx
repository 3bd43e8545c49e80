import { Alert, Button } from 'antd';
import { useMemo, type ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import type { WizardJson } from '../../contract.ts';
import type { Company } from '../../rules/people.ts';
import { wizardLooks } from '../calls.ts';
import { PeopleSheet } from '../people/PeopleSheet.tsx';
import { setupWords } from '../words.ts';
import type { Draft } from './draft.ts';
import type { StepProps } from './step.ts';

/** The company as it would be: positions of the chosen policy, nobody in them, the administrator's account taken. */
export const companyOf = ({ policies }: WizardJson, { policy, username }: Draft): Company => ({
  place: policies.find(({ id }) => id === policy)?.place ?? { units: [], positions: [] }, people: [], taken: username.trim() === '' ? [] : [username.trim().normalize('NFKC')],
});

/** ④ People and positions from Excel. */
export function PeopleStep({ token, wizard, draft, change, busy, wrong }: StepProps): ReactElement {
  const company = useMemo(() => companyOf(wizard, draft), [wizard, draft]);
  const say = useWords(setupWords);
  return (
    <div className="column">
      {draft.policy === null && <Alert type="info" showIcon title={say('noPositionsYet')} />}
      <PeopleSheet uploaded={draft.uploaded} change={(uploaded) => change({ uploaded })} company={company} looks={wizardLooks(token, draft.policy)} busy={busy} />
      {draft.uploaded && <LeaveSheet field="people-sheet" wrong={wrong('people-sheet')} leave={() => change({ uploaded: null })} />}
    </div>
  );
}

/** Goes on without the sheet that was uploaded; why it cannot be taken stands beside it. */
export function LeaveSheet({ field, wrong, leave }: { field: string; wrong: string; leave: () => void }): ReactElement {
  const say = useWords(setupWords);
  return <div className="line"><Button id={field} onClick={leave}>{say('leaveSheet')}</Button>{wrong !== '' && <span className="field-says" role="alert">{wrong}</span>}</div>;
}
