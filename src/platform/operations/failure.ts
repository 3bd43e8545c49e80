import type { Text } from '#engine/text.ts';

/** One wrong place in what was sent. `path` leads to it, always from the part of the request on: `['body', 'customer', 'phone']`, `['query', 'limit']`, `['headers', …]`. */
export interface Issue {
  readonly path: readonly (string | number)[];
  readonly message: Text;
}

/**
 * Why a request is not done, in words for the reader. Thrown anywhere below an operation; translated to HTTP in one place.
 * `details` is sent as it is; words in it must already be in the reader's language.
 */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly status: number,
    /** For machines; one word that never changes. */
    readonly error: string,
    readonly text: Text,
    readonly more: { readonly details?: unknown; readonly issues?: readonly Issue[]; readonly retryAfter?: number } = {},
  ) {
    super(`${status} ${error}: ${text.en}`);
  }
}

/** 400: the bytes themselves cannot be read. */
export const unreadable = (text: Text): Failure => new Failure(400, 'unreadable', text);

/** 401: nobody is signed in, or no longer. */
export const unauthorised = (): Failure =>
  new Failure(401, 'unauthorised', { zh: '尚未登录或登录已失效，请重新登录。', en: 'You are not signed in, or no longer. Please sign in.' });

/** 403: signed in, but this is not for him. */
export const forbidden = (): Failure =>
  new Failure(403, 'forbidden', { zh: '您的岗位没有这项权限，如有需要请联系管理员。', en: 'Your position does not carry this right. Ask an administrator if you need it.' });

/** 403: the password given by an administrator must be changed first. */
export const mustChangePassword = (): Failure =>
  new Failure(403, 'must-change-password', { zh: '请先修改管理员给您的临时密码，再继续使用。', en: 'Please change the temporary password first, then go on.' });

/** 403: the request came from another site's page. */
export const foreignOrigin = (): Failure =>
  new Failure(403, 'foreign-origin', { zh: '请求来自其他网站的页面，已拒绝。请在本系统的页面中操作。', en: 'The request came from a page of another site and was refused. Please work on our own pages.' });

/** 404, always in the same words: absent, hidden, of another tenant and malformed look alike. */
export const missing = (): Failure =>
  new Failure(404, 'missing', { zh: '没有找到所要的内容，它可能不存在，或者您无权查看。', en: 'Nothing was found here: it may not exist, or you may not see it.' });

/** 409: the policy refuses the act. All reasons at once, each in the shape of `refusalJson`. */
export const refused = (refusals: readonly unknown[]): Failure =>
  new Failure(409, 'refused', { zh: '按制度现在还不能这样办理，原因见明细。', en: 'The policy does not allow this now; the reasons are listed.' }, { details: { refusals } });

/** 409: somebody else was quicker. `details` tells the present version and what happened since. */
export const changed = (details: { readonly version: number; readonly events: readonly unknown[] }): Failure =>
  new Failure(409, 'changed', { zh: '在您打开之后别人已经办理过，请看过新情况再决定。', en: 'Somebody else has acted since you opened it. Please look at what is new, then decide.' }, { details });

/** 409: it cannot be done in this state, for a reason that no clause gives (a name is taken, a clock runs backwards). */
export const conflict = (error: string, text: Text, details?: unknown): Failure =>
  new Failure(409, error, text, details === undefined ? {} : { details });

/** 409: the same request (same Idempotency-Key) has not ended yet. */
export const stillRunning = (): Failure =>
  new Failure(409, 'still-running', { zh: '同一请求还在办理中，请稍后再试。', en: 'The same request is still being worked on. Please try again shortly.' }, { retryAfter: 1 });

/** 422: what was sent is wrong; every wrong place is named. */
export const wrong = (issues: readonly Issue[]): Failure =>
  new Failure(422, 'wrong', { zh: '提交的内容有误，请按提示改正后再提交。', en: 'Something in what was sent is wrong. Please correct what is named and send it again.' }, { issues });

/** 422: the same Idempotency-Key came with another request. */
export const otherRequest = (): Failure =>
  new Failure(422, 'other-request', { zh: '这个 Idempotency-Key 已用于另一个请求，请换一个新的。', en: 'This Idempotency-Key was used for another request. Please take a new one.' });

/** 429: too often. @param seconds - when it makes sense to come back. */
export const tooMany = (seconds: number): Failure =>
  new Failure(429, 'too-many', { zh: '尝试次数过多，请稍后再试。', en: 'Too many tries. Please come back later.' }, { retryAfter: Math.max(1, Math.ceil(seconds)) });

/** 503: something we need is not there just now. */
export const unavailable = (): Failure =>
  new Failure(503, 'unavailable', { zh: '系统暂时繁忙，请稍后再试。', en: 'The system is busy for a moment. Please try again shortly.' }, { retryAfter: 1 });
