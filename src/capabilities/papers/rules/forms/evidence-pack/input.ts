import type { Explanation } from '#engine';
import type { EventJson, MatterJson } from '../../../../matters/contract.ts';

/** Everything that proves how a matter was handled. Instants are ISO texts. */
export interface EvidenceInput {
  readonly matter: MatterJson;
  readonly policyTitle: string;
  readonly events: readonly EventJson[];
  /** One for each obligation, in their order; null where there is no such duty any more. */
  readonly explanations: readonly (Explanation | null)[];
  /** The words of a clause; empty when the document has none of this name. */
  readonly clauses: ReadonlyMap<string, string>;
  readonly refusals: readonly { readonly at: string; readonly who: string; readonly act: string; readonly clause: readonly string[]; readonly texts: readonly string[] }[];
  readonly attachments: readonly { readonly name: string; readonly mediaType: string; readonly bytes: number; readonly sha256: string; readonly by: string; readonly at: string }[];
  readonly checked: Checked;
  /** Writes an instant in the company's zone. */
  readonly iso: (at: number) => string;
}
/** What came of computing the chain anew: `brokenAt` is the first event that does not follow, `wordsChanged` those whose words are not the ones written. */
export interface Checked { readonly events: number; readonly head: string; readonly brokenAt: number | null; readonly wordsChanged: readonly number[]; readonly headMatches: boolean }
