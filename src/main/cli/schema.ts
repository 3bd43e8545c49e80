import { policySchema } from '#engine/reading/index.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

/** `policy schema`: the JSON schema of policy.yaml, for editors. */
export function printSchema(around: Surroundings): ExitCode {
  around.out(JSON.stringify(policySchema(), null, 2));
  return 0;
}
