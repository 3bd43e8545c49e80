import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '#engine/canonical.ts';

/** The last event of a stream: its number, and its hash in hex. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/**
 * `rootOf` for more heads than one wants to hold in one text: they are added one by one, in the order of their streams.
 * @throws RangeError for a stream out of order, or added twice.
 */
export function growRoot(counters: Readonly<Record<string, number>>): { add(stream: string, head: Head): void; done(): string } {
  const hash = sha256.create().update(utf8ToBytes(`{"counters":${canonical(counters)},"heads":{`));
  let last = '';
  return {
    add(stream, head) {
      if (stream <= last) throw new RangeError(`The stream ${stream} comes after ${last}.`);
      hash.update(utf8ToBytes(`${last === '' ? '' : ','}${JSON.stringify(stream)}:{"hash":${JSON.stringify(head.hash)},"seq":${JSON.stringify(head.seq)}}`));
      last = stream;
    },
    done: () => bytesToHex(hash.update(utf8ToBytes('}}')).digest()),
  };
}
