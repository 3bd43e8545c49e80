import { expect, it } from 'vitest';
import { shipped } from '../../../../test/engine/shipped.ts';
import { ourTitle } from './in-english.ts';
import { withDailyActs } from './with-daily.ts';

it('names every act and duty of ours in English', () => {
  const policy = withDailyActs(shipped('property-management'));
  const acts = Object.values(policy.kinds).flatMap((kind) => Object.values(kind.acts).filter((act) => act.daily !== null).map((act) => act.title));
  const duties = Object.values(policy.duties).filter((duty) => duty.source.line === 0).flatMap((duty) => duty.title ?? []);
  expect(duties.length).toBeGreaterThan(2);
  for (const title of [...acts, ...duties]) expect(ourTitle(title, 'en'), title).toMatch(/^[\x20-\x7e]+$/);
});
