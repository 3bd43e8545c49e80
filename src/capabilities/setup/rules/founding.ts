import { setupBody, weakPassword } from '#capabilities/identity/contract.ts';
import type { Text } from '#engine/text.ts';

/** What the founding of a company needs, as it was typed. */
export interface Founding { readonly company: string; readonly slug: string; readonly name: string; readonly username: string; readonly password: string }
export type FoundingField = keyof Founding;

const MISSING: Readonly<Record<FoundingField, Text>> = {
  company: { zh: '没填：请填写公司名称。', en: 'Missing: please type the name of the company.' },
  slug: { zh: '没填：请填写公司代码，如 anhe。', en: 'Missing: please type a company code, like anhe.' },
  name: { zh: '没填：请填写姓名。', en: 'Missing: please type the name.' },
  username: { zh: '没填：请填写账号，如 admin。', en: 'Missing: please type an account, like admin.' },
  password: { zh: '没填：请设置密码。', en: 'Missing: please choose a password.' },
};
const UNFIT: Readonly<Record<FoundingField, Text>> = {
  company: { zh: '不符合要求：至少要有一个字或数字，最多 100 个字。', en: 'This will not do: a letter or a digit is needed, and at most 100 characters.' },
  slug: { zh: '不符合要求：只能用小写字母（a–z）、数字和横线，开头和结尾不能是横线，最多 40 位，如 anhe 或 anhe-2。', en: 'This will not do: small letters (a–z), digits and dashes only, no dash at either end, at most 40, like anhe or anhe-2.' },
  name: { zh: '不符合要求：至少要有一个字或数字，最多 60 个字。', en: 'This will not do: a letter or a digit is needed, and at most 60 characters.' },
  username: { zh: '不符合要求：2 至 40 位的字母、汉字、数字、点、横线，不能有空格。', en: 'This will not do: 2 to 40 letters, digits, dots and dashes, and no spaces.' },
  password: { zh: '不符合要求：最多 200 位。', en: 'This will not do: at most 200 characters.' },
};

/** Why a field of the founding will not do, whether it is empty or unfit; null = it will. What fits is the server's own rule. */
export function wrongOfFounding(field: FoundingField, founding: Founding): Text | null {
  const said = founding[field];
  if (said.trim() === '') return MISSING[field];
  const weak = field === 'password' ? weakPassword(said, { username: founding.username.trim(), company: founding.slug }) : null;
  if (weak) return { zh: `不符合要求：${weak.zh}`, en: `This will not do: ${weak.en}` };
  return setupBody.shape[field].safeParse(field === 'password' ? said : said.trim()).success ? null : UNFIT[field];
}
