import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPolicy, type Policy } from '#engine';
import { readDocument } from '#engine/coverage/index.ts';
import { missing } from '#platform/operations/index.ts';
import type { ShippedJson } from '../contract.ts';
import type { Place } from '../rules/places.ts';

export interface ShippedPolicy { readonly id: string; readonly rules: string; readonly document: string; readonly policy: Policy }

/** One policy of those that come with the product. @throws Failure 404 */
export async function shippedPolicy(folder: string, id: string): Promise<ShippedPolicy> {
  const read = (file: string): Promise<string> => readFile(join(folder, id, file), 'utf8');
  const found = /^[a-z][a-z0-9-]*$/.test(id) ? await Promise.all([read('policy.yaml'), read('document.md')]).catch(() => null) : null;
  if (!found) throw missing();
  const [rules, document] = found;
  // Reading is quick; whether it is sound is looked at when it is published.
  const { policy } = readPolicy({ file: `${id}/policy.yaml`, text: rules, documentText: document });
  if (!policy) throw missing();
  return { id, rules, document, policy };
}

/** All of them, by name. */
export async function shippedPolicies(folder: string): Promise<readonly ShippedJson[]> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name).toSorted();
  return Promise.all(names.map(async (name) => {
    const { policy, document } = await shippedPolicy(folder, name);
    const place = placeOf(policy);
    return { id: name, title: policy.title, clauses: readDocument(document).clauses.length, place: { units: [...place.units], positions: [...place.positions] } };
  }));
}

/** Units and positions that a policy brings along. */
export function placeOf(policy: Policy): Place {
  return {
    units: Object.values(policy.units).map(({ id, title }) => ({ code: id, title })),
    positions: Object.values(policy.positions).map(({ id, title, unit, inEveryUnit }) => ({ code: id, title, unit, inEveryUnit })),
  };
}
