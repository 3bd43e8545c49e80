import type { Bearer } from '../matter.ts';
import { sameBearer } from './bearer-values.ts';
import type { Scope } from './scope.ts';
import { compareSpans, isSpan, moment } from './values.ts';

/** Whether two known values are the same: times by their instant, bearers by whom they mean, lists by their members. */
export function equal(left: unknown, right: unknown, scope: Scope): boolean {
  if (left === right) return true;
  if (isBearerValue(left) && isBearerValue(right) && (typeof left === 'object' || typeof right === 'object')) return sameBearer(left, right, scope);
  if (isSpan(left) && isSpan(right)) return compareSpans(left, right, scope.now, scope.zone) === 0;
  if (typeof left === 'number' || typeof right === 'number' || (looksLikeTime(left) && looksLikeTime(right))) {
    const [a, b] = [moment(left, scope.zone), moment(right, scope.zone)];
    return a !== null && a === b;
  }
  return Array.isArray(left) && Array.isArray(right) && left.length === right.length && left.every((value) => right.includes(value));
}

/** Orders two known values. @returns undefined when they cannot be ordered. */
export function order(left: unknown, right: unknown, scope: Scope): number | undefined {
  if (isSpan(left) && isSpan(right)) return compareSpans(left, right, scope.now, scope.zone);
  const [a, b] = [moment(left, scope.zone), moment(right, scope.zone)];
  return a === null || b === null ? undefined : a - b;
}

/** Answers `<`, `<=`, `>`, `>=` for an order. */
export function ordering(op: '<' | '<=' | '>' | '>=', sign: number): boolean {
  if (op === '<') return sign < 0;
  if (op === '<=') return sign <= 0;
  return op === '>' ? sign > 0 : sign >= 0;
}

/** Members of a fact that holds several: chosen values, people, lines, or the ticked state of each item of a check list. */
export function membersOf(value: unknown, items: readonly string[] | undefined): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  const ticks: Readonly<Record<string, unknown>> | undefined = isTicks(value) ? value : undefined;
  const names = items ?? (ticks && Object.keys(ticks));
  return names?.map((item) => ({ item, ticked: ticks?.[item] === true }));
}

/** How many a fact holds; of a check list the ticked ones. */
export function sizeOf(value: unknown): number | undefined {
  if (Array.isArray(value)) return value.length;
  return isTicks(value) ? Object.values(value).filter((ticked) => ticked === true).length : undefined;
}

/** A blank text or an empty list tells nothing. */
export function tells(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  return typeof value === 'string' ? value.trim() !== '' : !Array.isArray(value) || value.length > 0;
}

export function isBearerValue(value: unknown): value is Bearer | string {
  return typeof value === 'string' || (typeof value === 'object' && value !== null && !Array.isArray(value) && ['person', 'unit', 'position'].some((key) => key in value));
}

function isTicks(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function looksLikeTime(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value);
}

