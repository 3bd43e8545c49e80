import { describe, expect, it } from 'vitest';
import { weakPassword } from './weak-password.ts';

const whose = { username: 'li.ming', company: 'anhe' };
const why = (password: string): string => weakPassword(password, whose)?.zh ?? '';

describe('a new password', () => {
  it('is refused when anybody would try it first: common ones, runs and repetitions, in any width and case', () => {
    for (const password of ['12345678', '1234567890', '9876543210', 'abcdefgh', '88888888', '12121212', 'PassWord', 'abcd1234', '１２３４５６７８']) expect(why(password), password).toContain('太常见');
  });

  it('may contain neither the account nor the company code', () => {
    expect(why('Li.Ming-2026')).toContain('账号');
    expect(why('ANHE20261101')).toContain('公司代码');
    expect(weakPassword('anhe20261101', {})).toBeNull();
    expect(weakPassword('a-bus-to-town', { company: 'bu' })).toBeNull();
  });

  it('needs eight characters, and what is long and unlike anything will do', () => {
    expect(why('x7#kq')).toContain('8 位');
    for (const password of ['three-green-buses', '十二把雨伞挂在门口', 'kq83-vbnm']) expect(why(password), password).toBe('');
  });
});
