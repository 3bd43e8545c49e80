/** How often a password may be tried in vain before the next try is turned away unlooked-at. */
export interface Allowance {
  readonly tries: number;
  readonly milliseconds: number;
}

const QUARTER = 15 * 60_000;
const HOUR = 60 * 60_000;

export const PER_ACCOUNT: Allowance = { tries: 10, milliseconds: QUARTER };
export const PER_ADDRESS: Allowance = { tries: 100, milliseconds: HOUR };
/** A device on which the right password was once given has tries of its own: strangers cannot use them up. */
export const PER_KNOWN_DEVICE: Allowance = { tries: 5, milliseconds: QUARTER };

/**
 * How long to wait before another try.
 * @param failures - when tries failed, newest first; as many as the allowance has tries are enough.
 * @param now - epoch milliseconds, as all instants here.
 * @returns 0 = now.
 */
export function waitFor(failures: readonly number[], now: number, { tries, milliseconds }: Allowance): number {
  const recent = failures.filter((at) => at > now - milliseconds);
  const last = recent[tries - 1];
  return last === undefined ? 0 : last + milliseconds - now;
}

/** Who moves freely inside an IPv6 network of his own (/64) counts as one address. */
export function addressGroup(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const first = head.split(':').filter((part) => part !== '');
  const last = (tail ?? '').split(':').filter((part) => part !== '');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const all = [...first, ...Array.from({ length: zeros }, () => '0'), ...last];
  return `${all.slice(0, 4).map((part) => part.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
