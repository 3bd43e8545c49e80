import { randomFillSync } from 'node:crypto';

const BYTES = 16;
const pool = Buffer.alloc(BYTES * 256);
let used = pool.length;

/** Sixteen random bytes of their own. They are drawn 256 at a time: asking the system costs more than the bytes. */
export function newSalt(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const salt = Buffer.from(pool.subarray(used, used + BYTES));
  // What has been given away is not kept in the pool.
  pool.fill(0, used, used + BYTES);
  used += BYTES;
  return salt;
}
