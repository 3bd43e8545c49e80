import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Name of a policy version: SHA-256 over the rules and the text they were made from, so that neither changes unnoticed.
 * @returns 64 lower-case hex characters.
 */
export function versionOf(rules: string, document: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${rules}\u0000${document}`)));
}
