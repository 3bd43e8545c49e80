import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { checkWizardCustomers } from '../calls.ts';
import { CustomersSheet } from '../customers/CustomersSheet.tsx';
import { importWords } from '../customers/words.ts';
import type { StepProps } from './step.ts';

/** ⑤ Customers and their homes from Excel. */
export function CustomersStep({ token, draft, change }: StepProps): ReactElement {
  const say = useWords(importWords);
  return <><p className="quiet">{say('optional')}</p><CustomersSheet sheet="customers" check={checkWizardCustomers(token)} uploaded={draft.customers} change={(customers) => change({ customers })} /></>;
}
