import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { checkWizardCustomers } from '../calls.ts';
import { CustomersSheet } from '../customers/CustomersSheet.tsx';
import { importWords } from '../customers/words.ts';
import { LeaveSheet } from './PeopleStep.tsx';
import type { StepProps } from './step.ts';

/** ⑤ Customers and their homes from Excel. */
export function CustomersStep({ token, draft, change, busy, wrong }: StepProps): ReactElement {
  const say = useWords(importWords);
  return <div className="column"><p className="quiet">{say('optional')}</p><CustomersSheet sheet="customers" check={checkWizardCustomers(token)} uploaded={draft.customers} change={(customers) => change({ customers })} busy={busy} />{draft.customers && <LeaveSheet field="customers-sheet" wrong={wrong('customers-sheet')} leave={() => change({ customers: null })} />}</div>;
}
