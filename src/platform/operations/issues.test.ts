import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { issuesOf } from './issues.ts';

const schema = z.strictObject({
  name: z.string().min(1).max(3), age: z.number().int().min(18), mail: z.email(), kind: z.enum(['a', 'b']), list: z.array(z.string()).max(1),
  customer: z.union([z.strictObject({ id: z.uuid() }), z.strictObject({ name: z.string(), phone: z.string() })]),
  own: z.string().refine(() => false, { params: { text: { zh: '不行', en: 'No.' } } }),
});

const found = (input: unknown) => issuesOf(schema.safeParse(input, { reportInput: true }).error?.issues ?? [], ['body']);

describe('what a schema found', () => {
  it('is told all at once, each with its path', () => {
    const issues = found({ name: 'abcd', age: 3.5, mail: 'x', kind: 'c', list: ['1', '2'], customer: { name: '甲', phone: 1 }, own: 'x', more: 1 });
    expect(issues.map((issue) => issue.path.join('.')).toSorted()).toEqual([
      'body.age', 'body.customer.phone', 'body.kind', 'body.list', 'body.mail', 'body.more', 'body.name', 'body.own',
    ]);
  });

  it('is said in both languages and never repeats what was sent', () => {
    const issues = found({ name: 'secret-value', own: 'secret-value' });
    for (const issue of issues) {
      expect(issue.message.zh).toMatch(/\p{Script=Han}/u);
      expect(issue.message.en).toMatch(/^[A-Z].*\.$/);
    }
    expect(JSON.stringify(issues)).not.toContain('secret-value');
  });

  it('says plainly that something is left out', () => {
    expect(found({}).find((issue) => issue.path[1] === 'mail')?.message.zh).toBe('这一项必须填写。');
  });
});
