import type { Kind, Policy } from '#engine';
import type { EventJson, MatterJson } from '../../../../matters/contract.ts';

/** What a record of handling is filled from: the matter as its page shows it, its policy, its timeline (oldest first). */
export interface RecordInput { readonly matter: MatterJson; readonly policy: Policy; readonly kind: Kind; readonly form: PolicyForm; readonly events: readonly EventJson[] }

/** A form as the policy names it, or ours where it names none. */
export interface PolicyForm { readonly id: string; readonly title: string; readonly number: string; readonly prints: readonly string[]; readonly signs: readonly string[] }
