import { existsSync, readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../policies/', import.meta.url);

/** The shipped policies as they lie in their folders. */
export function shippedPolicies(): readonly { readonly name: string; readonly rules: string; readonly document: string }[] {
  const names = readdirSync(FOLDER).filter((name) => existsSync(new URL(`${name}/policy.yaml`, FOLDER))).sort();
  return names.map((name) => ({ name, rules: readFileSync(new URL(`${name}/policy.yaml`, FOLDER), 'utf8'), document: readFileSync(new URL(`${name}/document.md`, FOLDER), 'utf8') }));
}
