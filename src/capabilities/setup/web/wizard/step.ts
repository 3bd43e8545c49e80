import type { WizardAnswer, WizardJson } from '../../contract.ts';
import type { Draft, Step } from './draft.ts';
import type { Wrong } from './wrong.ts';

/** What every page of the wizard is given. */
export interface StepProps { /** What is wrong with a field, by the id of its control; '' = nothing, or nobody has tried to go on yet. */ readonly wrong: (field: string) => string; readonly wrongs: readonly Wrong[]; readonly token: string; readonly wizard: WizardJson; readonly draft: Draft; readonly change: (part: Partial<Draft>) => void; readonly go: (step: Step) => void; /** While something is read or written nobody leaves the page. */ readonly busy: (under: boolean) => void; readonly done: (answer: WizardAnswer) => void }

/** What each page is called. */
export const TITLES = { company: 'stepCompany', administrator: 'stepAdministrator', reach: 'stepReach', people: 'stepPeople', customers: 'stepCustomers', channel: 'stepChannel', backup: 'stepBackup', overview: 'stepOverview' } as const satisfies Readonly<Record<Step, string>>;
