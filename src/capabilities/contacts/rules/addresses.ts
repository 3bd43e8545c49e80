import type { Text } from '#engine/text.ts';

/** What an address may lead to: `public` only, or (tests on one machine) the machine itself, too. */
export type Reach = 'public' | 'public-or-loopback';

/** Why this protocol and these resolved addresses are not written to; null when they are. */
export function reachTrouble(secure: boolean, host: string, resolved: readonly string[], reach: Reach): Text | null {
  const loopback = resolved.length > 0 && resolved.every((each) => kindOf(each) === 'loopback');
  if (reach === 'public-or-loopback' && loopback) return null;
  if (!secure) return { zh: '网址要以 https:// 开头：明文会让密钥和内容被别人看到。', en: 'The address must begin with https://: otherwise others can read the key and the words.' };
  if (resolved.length === 0) return { zh: `找不到 ${host}，请核对网址，或检查这台服务器的网络和域名解析。`, en: `${host} cannot be found. Check the address, or this server’s network and name resolution.` };
  if (resolved.some((each) => kindOf(each) !== 'public')) return { zh: `${host} 指向本机或内部网络，出于安全不能发送。请填写服务商在公网上的地址。`, en: `${host} leads to this machine or to an internal network and is not written to for safety. Enter the provider’s public address.` };
  return null;
}

export type AddressKind = 'public' | 'loopback' | 'internal' | 'unreadable';

/** What an IP address is. Everything reserved (private, link-local, metadata, multicast, documentation, translation) counts as internal. */
export function kindOf(address: string): AddressKind {
  const four = ipv4(address);
  if (four) return kindOfFour(four);
  const six = ipv6(address);
  return six ? kindOfSix(six) : 'unreadable';
}

/**
 * Networks of IPv4 that are nobody's on the open net, or serve the net itself (the IANA register of special addresses): address and
 * length of its prefix. 168.63.129.16 looks public and is the host behind the machines of a cloud.
 */
const INTERNAL: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.31.196.0', 24], ['192.52.193.0', 24], ['192.88.99.0', 24], ['192.175.48.0', 24], ['192.168.0.0', 16],
  ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4], ['168.63.129.16', 32],
];

function kindOfFour(bytes: readonly number[]): AddressKind {
  if (bytes[0] === 127) return 'loopback';
  const value = numberOf(bytes);
  return INTERNAL.some(([network, length]) => Math.floor(value / 2 ** (32 - length)) === Math.floor(numberOf(ipv4(network) ?? []) / 2 ** (32 - length))) ? 'internal' : 'public';
}

const numberOf = (bytes: readonly number[]): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

function kindOfSix(groups: readonly number[]): AddressKind {
  const [first = 0, second = 0] = groups;
  const zeros = (count: number): boolean => groups.slice(0, count).every((group) => group === 0);
  const last = [(groups[6] ?? 0) >> 8, (groups[6] ?? 0) & 255, (groups[7] ?? 0) >> 8, (groups[7] ?? 0) & 255];
  if (zeros(7) && groups[7] === 1) return 'loopback';
  // An address of version 4 in the clothes of version 6 is what it is underneath.
  if (zeros(5) && groups[5] === 0xffff) return kindOfFour(last);
  if (first === 0x64 && second === 0xff9b && groups.slice(2, 6).every((group) => group === 0)) return kindOfFour(last) === 'public' ? 'public' : 'internal';
  // Only 2000::/3 is given out; in it 2001::/23 and 2002::/16 translate, 2001:db8::/32 and 3fff::/20 are for documentation, 2620:4f:8000::/48 serves the net itself.
  if (first < 0x2000 || first > 0x3fff || first === 0x2002) return 'internal';
  if (first === 0x2001 && (second < 0x200 || second === 0xdb8)) return 'internal';
  if ((first === 0x3fff && second < 0x1000) || (first === 0x2620 && second === 0x4f && groups[2] === 0x8000)) return 'internal';
  return 'public';
}

function ipv4(address: string): readonly number[] | null {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part))) return null;
  const bytes = parts.map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : null;
}

function ipv6(address: string): readonly number[] | null {
  const bare = (address.split('%')[0] ?? '').toLowerCase();
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(bare);
  const four = tail ? ipv4(tail[2] ?? '') : null;
  if (tail && !four) return null;
  const text = tail && four ? `${tail[1]}${(((four[0] ?? 0) << 8) | (four[1] ?? 0)).toString(16)}:${(((four[2] ?? 0) << 8) | (four[3] ?? 0)).toString(16)}` : bare;
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [left, right] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const known = [...(left ?? []), ...(right ?? [])];
  if (!known.every((group) => /^[0-9a-f]{1,4}$/.test(group)) || (halves.length === 1 ? known.length !== 8 : known.length > 7)) return null;
  const filling = Array.from({ length: 8 - known.length }, () => '0');
  return [...(left ?? []), ...filling, ...(right ?? [])].map((group) => parseInt(group, 16));
}
