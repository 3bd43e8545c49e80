import { describe, expect, it } from 'vitest';
import { smallPolicyWith } from '../../test/engine/small-policy.ts';
import { dangersIn } from './danger.ts';
import { readPolicy } from './reading/index.ts';

const MARKED = smallPolicyWith('injury: { title: 人身伤害, type: tick }', `injury: { title: 人身伤害, type: tick, danger: true, say: { zh: 先打 120, en: Call an ambulance first } }
      place: { title: 地点, values: { lift: { title: 电梯里, danger: true, say: 不要扒门 }, roof: { title: 屋顶 } } }`).replace('severity, injury,', 'severity, injury, place,');
const kindOf = (text: string) => readPolicy({ file: 'policy.yaml', text }).policy?.kinds['complaint'];

describe('a danger of the policy', () => {
  it('is what is ticked or chosen, with the sentence for the caller, in the policy’s language where it has one only', () => {
    const kind = kindOf(MARKED);
    expect(dangersIn(kind, { injury: true, place: 'lift' })).toEqual([
      { fact: 'injury', title: '人身伤害', say: { zh: '先打 120', en: 'Call an ambulance first' } },
      { fact: 'place', title: '电梯里', say: { zh: '不要扒门', en: '不要扒门' } },
    ]);
    expect(dangersIn(kind, { injury: false, place: 'roof' })).toEqual([]);
  });

  it('is nothing that the policy does not mark, whatever it is called', () => {
    expect(dangersIn(kindOf(smallPolicyWith('injury:', 'injury:')), { injury: true })).toEqual([]);
  });

  it('is proposed by words of the policy, one or several, and by none without the mark', () => {
    const kind = kindOf(smallPolicyWith('{ title: 人身伤害, type: tick }', '{ title: 人身伤害, type: tick, danger: true, words: [受伤, 流血] }'));
    expect(kind?.facts['injury']?.danger).toEqual({ say: null, words: ['受伤', '流血'] });
    const { problems } = readPolicy({ file: 'policy.yaml', text: smallPolicyWith('{ title: 人身伤害, type: tick }', '{ title: 人身伤害, type: tick, words: 受伤 }') });
    expect(problems.map((each) => each.message.en)).toEqual(['“words” are what proposes a danger: they go with danger: true']);
  });

  it('has no sentence without the mark: a script that would never be shown is a mistake', () => {
    const { problems } = readPolicy({ file: 'policy.yaml', text: smallPolicyWith('{ title: 人身伤害, type: tick }', '{ title: 人身伤害, type: tick, say: 先打 120 }') });
    expect(problems.map((each) => each.message.en)).toEqual(['“say” is what to tell somebody in danger: it goes with danger: true']);
  });
});
