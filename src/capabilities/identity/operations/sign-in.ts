import { z } from 'zod';
import { withReadScope, withScope } from '#platform/db/index.ts';
import { answered, operation, unauthorised, type Beside, type Context } from '#platform/operations/index.ts';
import { me, passwordBody, setupBody, signInBody, type Me } from '../contract.ts';
import { DEVICE_COOKIE, SESSION_COOKIE } from '../server/actors.ts';
import { changePassword } from '../server/change-password.ts';
import { meOf } from '../server/me.ts';
import { endSession, SESSION_SECONDS } from '../server/sessions.ts';
import { setUp } from '../server/setup.ts';
import { signIn, type SignedIn } from '../server/sign-in.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

const cookiesOf = ({ session, device }: SignedIn): Beside => ({
  cookies: [
    { name: SESSION_COOKIE, value: session, maxAgeSeconds: SESSION_SECONDS },
    { name: DEVICE_COOKIE, value: device, maxAgeSeconds: YEAR_SECONDS },
  ],
});

async function meAfter(context: Context, { session }: SignedIn): Promise<Me> {
  const actor = await context.identity.identify({ cookie: () => session, bearer: null });
  if (!actor) throw unauthorised();
  return withReadScope(context.db, actor, meOf);
}

export const login = operation({
  method: 'POST',
  path: '/api/login',
  summary: { zh: '登录', en: 'Sign in' },
  access: { is: 'public' },
  body: signInBody,
  answer: me,
  async handle({ input: { body }, request, context }) {
    const signedIn = await signIn(context, { ...body, address: request.address, deviceMark: request.cookie(DEVICE_COOKIE) });
    return answered(await meAfter(context, signedIn), cookiesOf(signedIn));
  },
});

export const logout = operation({
  method: 'POST',
  path: '/api/logout',
  summary: { zh: '退出登录', en: 'Sign out' },
  access: { is: 'signed-in' },
  whilePasswordMustChange: true,
  answer: z.undefined(),
  status: 204,
  async handle({ actor, request, context }) {
    await withScope(context.db, actor, async (scope) => {
      scope.onCommit(() => context.identity.forget(actor.tenant));
      await endSession(scope, request.cookie(SESSION_COOKIE));
    });
    return answered(undefined, { cookies: [{ name: SESSION_COOKIE, value: null }] });
  },
});

export const readMe = operation({
  method: 'GET',
  path: '/api/me',
  summary: { zh: '当前登录人', en: 'Who I am' },
  access: { is: 'signed-in' },
  whilePasswordMustChange: true,
  answer: me,
  handle: ({ actor, context }) => withReadScope(context.db, actor, meOf),
});

export const changeMyPassword = operation({
  method: 'POST',
  path: '/api/me/password',
  summary: { zh: '修改密码', en: 'Change my password' },
  access: { is: 'signed-in' },
  whilePasswordMustChange: true,
  body: passwordBody,
  answer: z.undefined(),
  status: 204,
  async handle({ actor, input: { body }, request, context }) {
    await changePassword(context, actor, { ...body, cookie: request.cookie(SESSION_COOKIE), address: request.address });
    return undefined;
  },
});

export const setUpCompany = operation({
  method: 'POST',
  path: '/api/setup',
  summary: { zh: '首次设置：公司与管理员', en: 'First set-up: company and administrator' },
  access: { is: 'public' },
  body: setupBody,
  answer: me,
  status: 201,
  async handle({ input: { body }, request, context }) {
    await setUp(context, body);
    const signedIn = await signIn(context, { tenant: body.slug, username: body.username, password: body.password, address: request.address, deviceMark: undefined });
    return answered(await meAfter(context, signedIn), cookiesOf(signedIn));
  },
});
