import type { Text } from '#engine/text.ts';

/** Why a web address cannot be written to, from its words alone; null when it may. Where it leads is looked at when it is written to. */
export function addressTrouble(address: string): Text | null {
  if (!URL.canParse(address)) return { zh: '这不是完整的网址，请从 https:// 开始整条粘贴。', en: 'This is no complete address. Please paste all of it, from https:// on.' };
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { zh: '网址要以 https:// 开头。', en: 'The address must begin with https://.' };
  if (url.username !== '' || url.password !== '') return { zh: '网址里不能带账号和密码，请改填在密钥一栏。', en: 'The address may not carry an account or password; use the field for the key.' };
  return null;
}
