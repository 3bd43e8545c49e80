import { describe, expect, it } from 'vitest';
import { argonPasswords } from '#capabilities/identity/index.ts';
import { openProduct, testDatabase } from '../../../test/support/index.ts';

const product = await openProduct(await testDatabase());
const setUp = (token: string, slug = 'garden') =>
  product.ask({ method: 'POST', url: '/api/setup', payload: { token, company: '花园物业', slug, username: 'admin', name: '管理员', password: 'long-enough' } });

describe('the first set-up', () => {
  it('is closed without the link, works once even if opened many times at once, and signs its administrator in', async () => {
    expect((await setUp('guess')).statusCode).toBe(403);
    const token = product.context.identity.setup.issue();
    expect((await setUp(token, 'Not A Slug')).statusCode).toBe(422);
    const replies = await Promise.all(Array.from({ length: 10 }, () => setUp(token)));
    const done = replies.filter((reply) => reply.statusCode === 201);
    expect([done.length, replies.filter((reply) => reply.statusCode === 403).length]).toEqual([1, 9]);
    expect(done[0]?.json()).toMatchObject({ administrator: true, mustChangePassword: false, tenant: { slug: 'garden', name: '花园物业', demonstration: false } });
    expect((await setUp(product.context.identity.setup.issue(), 'second')).statusCode).toBe(403);
  });
});

describe('passwords', () => {
  it('are kept as Argon2id with 19 MiB, and match in every way of composing their characters', async () => {
    const passwords = argonPasswords();
    const kept = await passwords.hash('Pässwort-密码');
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.matches('Pa\u0308sswort-密码', kept)).toBe(true);
    expect(await passwords.matches('Passwort-密码', kept)).toBe(false);
    expect(await passwords.matches('anything', null)).toBe(false);
  });
});
