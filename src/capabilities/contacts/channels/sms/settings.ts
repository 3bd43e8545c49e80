import { z } from 'zod';
import { field, fits, webAddress } from '../fields.ts';

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const fields = [
  field('url', { zh: '短信接口地址', en: 'SMS address' }, { zh: '短信服务商给的接口地址，以 https:// 开头', en: 'The address given by the SMS provider; begins with https://' }, { is: 'secret', required: true }),
  field('method', { zh: '请求方式', en: 'Method' }, { zh: '服务商没有说明就用 POST', en: 'POST unless the provider says otherwise' }, { is: 'choice', required: true, start: 'POST', options: ['POST', 'PUT', 'GET'].map((id) => ({ id, title: { zh: id, en: id } })) }),
  field('format', { zh: '内容格式', en: 'Format' }, { zh: '请求方式为 GET 时，字段写进地址', en: 'With GET the fields go into the address' }, { is: 'choice', required: true, start: 'json', options: [{ id: 'json', title: { zh: 'JSON', en: 'JSON' } }, { id: 'form', title: { zh: '表单', en: 'Form' } }] }),
  field('template', { zh: '内容模板', en: 'Template' }, { zh: 'JSON，{phone} 换成手机号，{text} 换成内容，{id} 换成消息编号', en: 'JSON; {phone} becomes the number, {text} the words, {id} the message’s id' }, { is: 'lines', required: true, start: '{"phone": "{phone}", "content": "{text}"}' }),
  field('header', { zh: '密钥所在的请求头', en: 'Header of the key' }, { zh: '如 Authorization；不用密钥就留空', en: 'Like Authorization; empty where no key is used' }),
  field('key', { zh: '密钥', en: 'Key' }, { zh: '请求头的完整内容，如 Bearer 加密钥', en: 'The whole content of the header, such as Bearer and the key' }, { is: 'secret' }),
  field('success', { zh: '成功的标志', en: 'Sign of success' }, { zh: '如 code=0 或 data.status=OK；留空则状态 2xx 就算成功', en: 'Like code=0 or data.status=OK; empty: any status 2xx counts' }),
  field('longest', { zh: '最长字数', en: 'Longest text' }, { zh: '超过的部分截断，20 至 500', en: 'What is longer is cut; 20 to 500' }, { required: true, start: '200' }),
];

export const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);

/** Headers that say how a request travels are ours to fill in. */
const OWN_HEADERS = /^(host|content-length|content-type|connection|transfer-encoding|upgrade|expect|te|trailer)$/i;

export const schema = z.strictObject({
  url: webAddress, method: z.enum(['POST', 'PUT', 'GET']), format: z.enum(['json', 'form']),
  template: fits((text) => isObject(json(text)) && text.includes('{phone}') && text.includes('{text}'), {
    zh: '模板要是一个 JSON 对象，里面有 {phone} 和 {text}，如 {"phone": "{phone}", "content": "{text}"}。', en: 'The template must be a JSON object with {phone} and {text} in it, like {"phone": "{phone}", "content": "{text}"}.',
  }),
  header: fits((name) => /^[A-Za-z][A-Za-z0-9-]{0,60}$/.test(name) && !OWN_HEADERS.test(name), { zh: '请求头只能用字母、数字和短横线，并且不能是由系统填写的那几个（如 Host）。', en: 'A header has letters, digits and hyphens only, and is none of those the system fills in (like Host).' }).optional(),
  key: fits((key) => /^[\x20-\x7e]{0,1000}$/.test(key), { zh: '密钥只能是英文字母、数字和符号。', en: 'The key has plain letters, digits and signs only.' }).optional(),
  success: fits((rule) => /^[\w.-]{1,60}=.{1,60}$/.test(rule), { zh: '请写成 字段=值，如 code=0。', en: 'Please write field=value, like code=0.' }).optional(),
  longest: fits((text) => /^\d{2,3}$/.test(text) && Number(text) >= 20 && Number(text) <= 500, { zh: '请填 20 至 500 的整数。', en: 'Please enter a whole number from 20 to 500.' }),
});
