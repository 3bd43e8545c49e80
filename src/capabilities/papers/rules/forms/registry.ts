import { contactRegister } from './contact-register/fill.ts';
import { evidencePack } from './evidence-pack/fill.ts';
import { handOver } from './hand-over/fill.ts';
import { recordForm } from './record/fill.ts';

/** Every form of ours. One folder is one form; a test compares the folders with this list. */
export const FORMS = [recordForm, contactRegister, handOver, evidencePack] as const;

/** Where a form's layout lies, below `src`. */
export const layoutOf = (form: { readonly id: string }): string => `capabilities/papers/rules/forms/${form.id}/layout.typ`;
