import { describe, expect, it } from 'vitest';
import { masked } from './masking.ts';

describe('a secret on the screen', () => {
  it('shows of an address its host and its last four characters', () => {
    expect(masked('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa', 'qyapi.weixin.qq.com')).toBe('qyapi.weixin.qq.com/…5aaa');
  });

  it('shows of a key its end, and of a short one nothing', () => {
    expect(masked('SEC0123456789abcdef', null)).toBe('…cdef');
    expect(masked('short', null)).toBe('…');
  });
});
