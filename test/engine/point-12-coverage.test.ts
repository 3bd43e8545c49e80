import { describe, expect, it } from 'vitest';
import { CARRIED, coverage, readDocument } from '../../src/engine/coverage/index.ts';
import { readPolicies, readPolicy } from '../../src/engine/reading/index.ts';
import { shippedPolicies } from './shipped.ts';
import { workedExample } from './small-policy.ts';

describe('point 12: coverage', () => {
  it.each(shippedPolicies().map((each) => [each.name, each] as const))('says of every clause of %s how it is carried, or that it is open', (name, { rules, document }) => {
    const { policy } = readPolicy({ file: `${name}/policy.yaml`, text: rules, documentText: document });
    if (!policy) throw new Error(`${name} cannot be read`);
    const covered = coverage(policy, readDocument(document));
    expect(covered.clauses.length).toBeGreaterThan(0);
    for (const { id, carried, by } of covered.clauses) {
      expect([...CARRIED, 'open'], id).toContain(carried);
      expect(by.length === 0, id).toBe(carried === 'open');
    }
    expect(covered.counts.all).toBe(covered.clauses.length);
  });

  it('calls a clause enforced by a duty, a guard or a reaction; defined, measured or recorded by the rest; and an uncited one open', () => {
    const read = readPolicies({ file: 'worked-example.yaml', text: workedExample }).find(({ policy }) => policy?.id === 'property-management');
    if (!read?.policy) throw new Error('the extract cannot be read');
    const document = readDocument(['B-4.4.2.2.1-a', 'B-4.4.1.5', 'B-3.1-a', 'B-9.9.9'].map((id) => `- [${id}] x`).join('\n'));
    expect(coverage(read.policy, document).clauses.map(({ id, carried }) => [id, carried])).toEqual([['B-4.4.2.2.1-a', 'enforced'], ['B-4.4.1.5', 'defined'], ['B-3.1-a', 'measured'], ['B-9.9.9', 'open']]);
  });
});
