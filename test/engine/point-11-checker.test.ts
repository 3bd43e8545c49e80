import { describe, expect, it } from 'vitest';
import { checkPolicy, checkText } from '../../src/engine/check/index.ts';
import { readPolicies } from '../../src/engine/reading/index.ts';
import { workedExample } from './small-policy.ts';
import { shippedPolicies } from './shipped.ts';

const errors = (problems: readonly { readonly severity: string; readonly line: number; readonly message: { readonly en: string } }[]): readonly string[] =>
  problems.filter((each) => each.severity === 'error').map((each) => `${each.line}: ${each.message.en}`);

describe('point 11: the checker', () => {
  it.each(shippedPolicies().map((each) => [each.name, each] as const))('finds no error in the shipped policy of %s', (name, { rules, document }) => {
    expect(errors(checkText({ file: `${name}/policy.yaml`, text: rules, documentText: document }).problems)).toEqual([]);
  });

  it('finds no error in the seven extracts of the worked example', () => {
    const read = readPolicies({ file: 'worked-example.yaml', text: workedExample });
    expect(read).toHaveLength(7);
    expect(read.flatMap(({ policy, problems }) => [...errors(problems), ...(policy ? errors(checkPolicy(policy, { clauses: null })) : ['not read'])])).toEqual([]);
  });

  it('finds a clause without a rule in the shipped policies as soon as one is added to the document', () => {
    const [first] = shippedPolicies();
    if (!first) throw new Error('no policy is shipped');
    const found = checkText({ file: 'policy.yaml', text: first.rules, documentText: `${first.document}\n- [Z-99.9] （99.9） 一条没有规则的条款。\n` });
    expect(found.problems.filter((each) => each.clause === 'Z-99.9')).toHaveLength(1);
  });
});
