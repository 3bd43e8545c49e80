import type { WizardAnswer, WizardJson } from '../../contract.ts';
import type { Draft, Step } from './draft.ts';

/** What every page of the wizard is given. */
export interface StepProps { readonly token: string; readonly wizard: WizardJson; readonly draft: Draft; readonly change: (part: Partial<Draft>) => void; readonly go: (step: Step) => void; readonly done: (answer: WizardAnswer) => void }
