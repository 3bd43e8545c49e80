import { describe, expect, it } from 'vitest';
import { readPolicy } from '#engine';
import { smallPolicy } from '../../../../test/engine/small-policy.ts';
import { seesPersonal } from './personal.ts';

const { policy } = readPolicy({ file: 'policy.yaml', text: smallPolicy });
const held = (position: string) => [{ position, unit: 'service' }];
const small = policy ? [policy] : [];
/** Another policy that makes of the manager somebody who neither leads nor takes calls. */
const other = small.map((each) => ({ ...each, kinds: {}, positions: Object.fromEntries(Object.values(each.positions).filter(({ id }) => id === 'manager').map((position) => [position.id, { ...position, level: 10 }])) }));

describe('who sees customers in lists', () => {
  it('is whoever leads or takes calls by a policy in force', () => {
    expect(['clerk', 'manager', 'guard'].map((position) => seesPersonal(held(position), { inForce: small, withdrawn: [] }))).toEqual([true, true, false]);
  });

  it('stays so when the policy is withdrawn, but where one in force says otherwise of the position', () => {
    expect(['clerk', 'manager', 'guard'].map((position) => seesPersonal(held(position), { inForce: [], withdrawn: small }))).toEqual([true, true, false]);
    expect(['clerk', 'manager'].map((position) => seesPersonal(held(position), { inForce: other, withdrawn: small }))).toEqual([true, false]);
  });
});
