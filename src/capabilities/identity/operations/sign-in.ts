import { z } from 'zod';
import { companies, withReadScope, withScope } from '#platform/db/index.ts';
import { changing } from '#platform/idempotency/index.ts';
import { answered, operation, unauthorised, type Beside, type Context } from '#platform/operations/index.ts';
import { me, passwordBody, sessionJson, setupBody, signInBody, type Me } from '../contract.ts';
import { DEVICE_COOKIE, SESSION_COOKIE } from '../server/actors.ts';
import { changePassword, checkPassword } from '../server/change-password.ts';
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

/** Signs the administrator in who has just set up his company. @returns who he is, and the cookies of it */
export async function enterAfterSetUp(context: Context, { slug, username, password }: { readonly slug: string; readonly username: string; readonly password: string }, address: string): Promise<{ readonly me: Me; readonly beside: Beside }> {
  const signedIn = await signIn(context, { tenant: slug, username, password, address, deviceMark: undefined });
  return { me: await meAfter(context, signedIn), beside: cookiesOf(signedIn) };
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
  repeated: { never: 'the session ends with it: whoever sends it again is a stranger' },
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

/** As `GET /api/me`, for the pages: a stranger is told that he is one, and his browser notes no failure. */
export const readSession = operation({
  method: 'GET',
  path: '/api/session',
  summary: { zh: '是否已登录', en: 'Whether somebody is signed in' },
  access: { is: 'public' },
  answer: sessionJson,
  async handle({ request, context }) {
    const actor = await context.identity.identify({ cookie: request.cookie, bearer: null });
    return { signedIn: actor !== null, me: actor && (await withReadScope(context.db, actor, meOf)), toSetUp: actor === null && (await companies(context.db)).length === 0 && context.readiness.state === 'ready' };
  },
});

export const changeMyPassword = changing({
  method: 'POST',
  path: '/api/me/password',
  summary: { zh: '修改密码', en: 'Change my password' },
  access: { is: 'signed-in' },
  whilePasswordMustChange: true,
  body: passwordBody,
  answer: z.undefined(),
  status: 204,
  secrets: ['current', 'next'],
  before: ({ actor, input: { body }, request, context }) => checkPassword(context, actor, body, request.address),
  async change(scope, { request, context }, checked) {
    await changePassword(scope, context, checked, request.cookie(SESSION_COOKIE));
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
    await setUp(context, body, () => Promise.resolve());
    const { me: entered, beside } = await enterAfterSetUp(context, body, request.address);
    return answered(entered, beside);
  },
});
