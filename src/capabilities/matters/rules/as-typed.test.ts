import { describe, expect, it } from 'vitest';
import { receiveBody } from '../contract.ts';
import { withPhoneAsTyped } from './as-typed.ts';

const body = { kind: 'complaint', channel: 'phone' as const, content: '三号梯关人' };

describe('a number that cannot be read, where somebody is in danger', () => {
  it('is kept as it was typed among the words, and asked for within half an hour', () => {
    const kept = withPhoneAsTyped({ ...body, customer: { name: '李女士', phone: ' 138abc ' } }, 'zh');
    expect(kept).toMatchObject({ urgent: true, subject: '三号梯关人', customer: { name: '李女士' }, content: '三号梯关人\n（电话按原样记下：“138abc”，读不成号码，请再问一次）' });
    expect(kept.customer).not.toHaveProperty('phone');
  });

  it('names the caller where nothing else does, and never makes a record too long', () => {
    const kept = withPhoneAsTyped({ ...body, content: '梯'.repeat(20_000), customer: { phone: 'abc' } }, 'en');
    expect(kept.customer).toEqual({ name: 'abc' });
    expect(kept.content).toHaveLength(20_000);
    expect(receiveBody.safeParse(kept).success).toBe(true);
  });

  it('however long it is', () => {
    const kept = withPhoneAsTyped({ ...body, customer: { phone: '1380000 '.repeat(2_000) } }, 'zh');
    expect(kept.content).toContain('1380000 1380000');
    expect(receiveBody.safeParse(kept).success).toBe(true);
  });
});
