import { describe, expect, it } from 'vitest';
import { wrongOfFounding, type Founding, type FoundingField } from './founding.ts';

const good: Founding = { company: '安和物业', slug: 'anhe', name: '陈静', username: 'chen', password: 'three green buses' };
const why = (field: FoundingField, said: string): string => wrongOfFounding(field, { ...good, [field]: said })?.zh ?? '';

describe('a field of the founding', () => {
  it('that is empty is told from one that was filled and will not do', () => {
    for (const field of ['company', 'slug', 'name', 'username', 'password'] as const) expect(why(field, ' '), field).toContain('没填');
    for (const [field, said] of [['company', '——'], ['slug', '安和'], ['slug', 'anhe-'], ['name', '..'], ['username', 'a'], ['username', '陈 静'], ['password', '1234567'], ['password', '12345678'], ['password', 'chen-2026-chen'], ['password', 'anhe-2026-xy']] as const) {
      expect(why(field, said), `${field} ${said}`).toContain('不符合要求');
    }
  });

  it('says what is required, and nothing when all is well', () => {
    expect(why('slug', 'An_He')).toContain('小写字母');
    for (const field of ['company', 'slug', 'name', 'username', 'password'] as const) expect(wrongOfFounding(field, good)).toBeNull();
  });
});
