/**
 * What browsers from Chrome 89 on lack of the language's library and we use, ourselves or through a package. The build turns newer
 * words of the language into older ones, but leaves the library alone. First import of the page.
 */
interface Fill { readonly of: object; readonly name: string; readonly does: (...given: never[]) => unknown }

function at<T>(this: ArrayLike<T>, place: number): T | undefined {
  const whole = Math.trunc(place) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

function findLastIndex<T>(this: readonly T[], found: (one: T, place: number) => boolean): number {
  for (let place = this.length - 1; place >= 0; place--) {
    if (found(this[place] as T, place)) return place;
  }
  return -1;
}

function findLast<T>(this: readonly T[], found: (one: T, place: number) => boolean): T | undefined {
  return this[findLastIndex.call(this, found as never)] as T | undefined;
}

function toSorted<T>(this: readonly T[], order?: (a: T, b: T) => number): T[] {
  return [...this].sort(order);
}

function toReversed<T>(this: readonly T[]): T[] {
  return [...this].reverse();
}

function hasOwn(thing: object, name: PropertyKey): boolean {
  return Object.prototype.hasOwnProperty.call(thing, name);
}

export const FILLS: readonly Fill[] = [
  { of: Array.prototype, name: 'at', does: at }, { of: String.prototype, name: 'at', does: at }, { of: Object, name: 'hasOwn', does: hasOwn },
  { of: Array.prototype, name: 'findLast', does: findLast }, { of: Array.prototype, name: 'findLastIndex', does: findLastIndex },
  { of: Array.prototype, name: 'toSorted', does: toSorted }, { of: Array.prototype, name: 'toReversed', does: toReversed },
];

for (const { of, name, does } of FILLS) {
  if (!(name in of)) Object.defineProperty(of, name, { value: does, writable: true, configurable: true });
}
