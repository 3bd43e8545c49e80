import { useMemo, type ReactElement } from 'react';
import type { WizardJson } from '../../contract.ts';
import type { Company } from '../../rules/people.ts';
import { wizardLooks } from '../calls.ts';
import { PeopleSheet } from '../people/PeopleSheet.tsx';
import type { Draft } from './draft.ts';
import type { StepProps } from './step.ts';

/** The company as it would be: positions of the chosen policy, nobody in them, the administrator's account taken. */
export const companyOf = ({ policies }: WizardJson, { policy, username }: Draft): Company => ({
  place: policies.find(({ id }) => id === policy)?.place ?? { units: [], positions: [] }, people: [], taken: username.trim() === '' ? [] : [username.trim().normalize('NFKC')],
});

/** ④ People and positions from Excel. */
export function PeopleStep({ token, wizard, draft, change }: StepProps): ReactElement {
  const company = useMemo(() => companyOf(wizard, draft), [wizard, draft]);
  return <PeopleSheet uploaded={draft.uploaded} change={(uploaded) => change({ uploaded })} company={company} looks={wizardLooks(token, draft.policy)} />;
}
