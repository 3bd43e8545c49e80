import { expect, it } from 'vitest';
import { shippedPolicies } from '../../../../test/engine/shipped.ts';
import { readPolicy } from '../../reading/index.ts';
import { ourTitle } from './in-english.ts';
import { withDailyActs } from './with-daily.ts';

it.each(shippedPolicies().map(({ name, rules }) => [name, rules]))('names every act and duty of ours in English: %s', (_, text) => {
  const { policy: read } = readPolicy({ file: 'policy.yaml', text });
  if (!read) throw new Error('the shipped policy cannot be read');
  const policy = withDailyActs(read);
  const acts = Object.values(policy.kinds).flatMap((kind) => Object.values(kind.acts).filter((act) => act.daily !== null).map((act) => act.title));
  const duties = Object.values(policy.duties).filter((duty) => duty.source.line === 0).flatMap((duty) => duty.title ?? []);
  expect(duties.length).toBeGreaterThan(2);
  for (const title of [...acts, ...duties]) expect(ourTitle(title, 'en'), title).toMatch(/^[\x20-\x7e]+$/);
});
