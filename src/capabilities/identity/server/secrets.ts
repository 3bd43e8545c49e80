import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isId } from '#platform/db/index.ts';

/** A tenant and a secret of 256 bits: what a cookie or a key carries. Only the secret's hash is ever kept. */
export interface Token {
  readonly tenant: string;
  readonly secret: string;
}

const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits, written for cookies and headers. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** How a secret is kept. It has 256 bits of chance in it, so that a fast hash is enough. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

export const sessionToken = ({ tenant, secret }: Token): string => `${tenant}.${secret}`;
export const keyToken = ({ tenant, secret }: Token): string => `ak_${tenant}_${secret}`;

/** @returns null for anything that is no session cookie of ours. */
export function readSessionToken(text: string | undefined): Token | null {
  const [tenant = '', secret = '', ...rest] = (text ?? '').split('.');
  return rest.length === 0 && isId(tenant) && SECRET.test(secret) ? { tenant, secret } : null;
}

/** @returns null for anything that is no key of ours. */
export function readKeyToken(text: string): Token | null {
  const tenant = text.slice(3, 39);
  const secret = text.slice(40);
  return text.startsWith('ak_') && text[39] === '_' && isId(tenant) && SECRET.test(secret) ? { tenant, secret } : null;
}

/**
 * The mark of a device on which a person once gave the right password. Nothing is kept for it: it is signed with his password's hash,
 * so that a new password makes all marks worthless.
 */
export function deviceMark(person: string, passwordHash: string, nonce: string = randomBytes(16).toString('base64url')): string {
  return `${nonce}.${macOf(person, passwordHash, nonce).toString('base64url')}`;
}

/** @returns the device's own random name, or null when the mark is not this person's. */
export function knownDevice(mark: string | undefined, person: string, passwordHash: string): string | null {
  const [nonce = '', mac = ''] = (mark ?? '').split('.');
  if (!/^[A-Za-z0-9_-]{22}$/.test(nonce)) return null;
  const given = Buffer.from(mac, 'base64url');
  const right = macOf(person, passwordHash, nonce);
  return given.length === right.length && timingSafeEqual(given, right) ? nonce : null;
}

function macOf(person: string, passwordHash: string, nonce: string): Buffer {
  return createHmac('sha256', passwordHash).update(`device:${person}:${nonce}`).digest();
}
