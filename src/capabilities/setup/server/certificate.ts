import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { Text } from '#engine/text.ts';
import type { CertificateJson } from '../contract.ts';
import type { Pem } from './context.ts';

const wrong = (why: Text): CertificateJson => ({ ok: false, names: [], until: null, selfSigned: false, why });

/** Reads a certificate and its key, and says whether browsers could use them. Nothing is kept. @param now - epoch milliseconds */
export function readCertificate({ cert, key }: Pem, now: number): CertificateJson {
  const found = parsed(() => new X509Certificate(cert));
  if (!found) return wrong({ zh: '证书读不出来：应为 PEM 文本，以 -----BEGIN CERTIFICATE----- 开头。', en: 'The certificate cannot be read: it should be PEM text that begins with -----BEGIN CERTIFICATE-----.' });
  if (/ENCRYPTED/.test(key)) return wrong({ zh: '私钥有密码，启动时没有人能输入。请先去掉密码：openssl pkey -in key.pem -out plain.pem', en: 'The key has a password, and nobody could type it at the start. Take it off first: openssl pkey -in key.pem -out plain.pem' });
  const secret = parsed(() => createPrivateKey(key));
  if (!secret) return wrong({ zh: '私钥读不出来：应为 PEM 文本，以 -----BEGIN PRIVATE KEY----- 开头。', en: 'The key cannot be read: it should be PEM text that begins with -----BEGIN PRIVATE KEY-----.' });
  const names = (found.subjectAltName ?? '').split(/,\s*/).map((name) => name.replace(/^(DNS|IP Address):/, '')).filter((name) => name !== '');
  const shown = { names, until: new Date(found.validTo).toISOString(), selfSigned: found.issuer === found.subject };
  const no = (why: Text): CertificateJson => ({ ...shown, ok: false, why });
  if (!found.checkPrivateKey(secret)) return no({ zh: '证书和私钥不是一对，请核对是否拿错了文件。', en: 'The certificate and the key do not belong together. Please check the files.' });
  if (Date.parse(found.validTo) <= now) return no({ zh: '证书已过期，请换一份。', en: 'The certificate has expired. Please take another.' });
  if (Date.parse(found.validFrom) > now + 86_400_000) return no({ zh: '证书还没有生效，或服务器时间不对。', en: 'The certificate is not valid yet, or the clock of the server is wrong.' });
  if (names.length === 0) return no({ zh: '证书里没有网址（SAN），浏览器不会接受。请重新签发。', en: 'The certificate names no address (SAN); browsers will not take it. Have it issued again.' });
  return { ...shown, ok: true, why: null };
}

function parsed<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
