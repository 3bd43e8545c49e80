import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { deniedTo, operation, type Actor, type Operation } from './index.ts';

const summary = { zh: '试', en: 'A trial' };
const answer = z.object({ ok: z.boolean() });

const clerk: Actor = {
  is: 'person', tenant: 't', slug: 's', demonstration: false, zone: 'Asia/Shanghai', person: 'p', name: '甲', username: 'a', language: 'zh',
  administrator: false, mustChangePassword: false, unit: null, positions: [], rights: ['work'],
};

describe('an operation', () => {
  it('does not compile without saying who may use it', () => {
    // @ts-expect-error access is left out
    const declared = operation({ method: 'GET', path: '/api/x', summary, answer, handle: async () => ({ ok: true }) });
    expect(declared.access).toBeUndefined();
  });

  it('does not compile with an answer of another shape', () => {
    // @ts-expect-error ok is no text
    operation({ method: 'GET', path: '/api/x', summary, answer, access: { is: 'public' }, handle: async () => ({ ok: 'yes' }) });
  });

  it('has an actor for certain unless it is public, and input in the shape of its schemas', () => {
    operation({
      method: 'POST', path: '/api/x/{id}', summary, answer, access: { is: 'signed-in' },
      params: z.strictObject({ id: z.uuid() }), body: z.strictObject({ count: z.coerce.number() }),
      async handle({ actor, input }) {
        expectTypeOf(actor).toEqualTypeOf<Actor>();
        expectTypeOf(input.params.id).toEqualTypeOf<string>();
        expectTypeOf(input.body.count).toEqualTypeOf<number>();
        return { ok: true };
      },
    });
    operation({
      method: 'POST', path: '/api/x', summary, answer, access: { is: 'public' },
      async handle({ actor }) {
        expectTypeOf(actor).toEqualTypeOf<null>();
        return { ok: true };
      },
    });
  });

  it('carries the name of its right, so that a misspelt one is found where operations are put together', () => {
    const misspelt = operation({ method: 'GET', path: '/api/x', summary, answer, access: { is: 'right', right: 'wrok' }, handle: async () => ({ ok: true }) });
    expectTypeOf(misspelt).not.toExtend<Operation<'work'>>();
    expect(misspelt.access).toEqual({ is: 'right', right: 'wrok' });
  });
});

describe('access', () => {
  it('is denied to strangers before anything else', () => {
    expect(deniedTo(null, { is: 'signed-in' }, true)?.status).toBe(401);
    expect(deniedTo(null, { is: 'public' }, false)).toBeNull();
  });

  it('asks for the right or the office', () => {
    expect(deniedTo(clerk, { is: 'right', right: 'work' }, false)).toBeNull();
    expect(deniedTo(clerk, { is: 'right', right: 'audit' }, false)?.error).toBe('forbidden');
    expect(deniedTo(clerk, { is: 'administrator' }, false)?.error).toBe('forbidden');
    expect(deniedTo({ ...clerk, administrator: true }, { is: 'administrator' }, false)).toBeNull();
  });

  it('waits for a new password, except where it is changed', () => {
    const fresh = { ...clerk, mustChangePassword: true };
    expect(deniedTo(fresh, { is: 'signed-in' }, false)?.error).toBe('must-change-password');
    expect(deniedTo(fresh, { is: 'signed-in' }, true)).toBeNull();
  });
});
