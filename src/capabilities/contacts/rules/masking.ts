/** So much of a secret is shown, that somebody can tell which one it is. */
const END = 4;
/** Shorter ones are not shown at all: their end would be half of them. */
const SHORTEST = 16;

/** What may be shown of a secret: its end, and the host where it is an address. @param host - null where it is none. */
export function masked(secret: string, host: string | null): string {
  return `${host === null ? '' : `${host}/`}…${secret.length < SHORTEST ? '' : secret.slice(-END)}`;
}
