import { describe, expect, it } from 'vitest';
import { perilWords } from './peril.ts';

describe('what is grave, in words', () => {
  it('names the dangers, or says that it was urgent; of nothing grave nothing is said', () => {
    expect(perilWords({ urgent: true, dangers: ['电梯困人', '漏水'] }, 'zh')).toBe('险情 · 电梯困人、漏水');
    expect(perilWords({ urgent: true, dangers: ['Trapped'] }, 'en', true)).toBe('Danger');
    expect(perilWords({ urgent: true, dangers: [] }, 'zh')).toBe('紧急');
    expect(perilWords(null, 'zh')).toBe('');
  });
});
