import { actName, own } from '../../conditions/index.ts';
import { BASE_ACTS } from '../../policy.ts';
import { BASE_ACT_TITLES } from '../base-titles.ts';
import type { RawPolicy } from '../schema/document.ts';

/** What an act is called: by the policy, else by us where it is one of ours, else its name. */
export function actTitle(raw: RawPolicy, kind: string, name: string): string {
  const full = actName(kind, name);
  const owner = own(raw.kinds, full.kind);
  const base = BASE_ACTS.find((act) => act === full.act);
  return (owner && own(owner.acts, full.act)?.title) ?? (base ? BASE_ACT_TITLES[base].zh : full.act);
}
