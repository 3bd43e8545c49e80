import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

export { packageRoot } from './root.ts';

/** What the surroundings say about how the product is to run. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder with all that is kept outside a database of one's own. */
  readonly dataFolder: string;
  /** A PostgreSQL of one's own; without it the embedded one runs in the data folder. */
  readonly databaseUrl?: string | undefined;
  /** The address under which browsers reach the product, without a slash at its end. */
  readonly publicUrl?: string | undefined;
  /** Whose word about the browser's address is believed: nobody's, everybody's, so many steps, or these addresses. */
  readonly trustProxy: boolean | number | readonly string[];
  /** Origins of the systems (telephone exchanges) that may show the intake in a frame or fill it in. */
  readonly frameAncestors: readonly string[];
  readonly demoPassword?: string | undefined;
  /** Where a backup is put every night; none is made without it. */
  readonly backupFolder?: string | undefined;
  /** Absolute paths of a certificate and its key, both PEM; without them one that was uploaded counts, if there is one. */
  readonly certificate?: { readonly cert: string; readonly key: string } | undefined;
  readonly smtpUrl?: string | undefined;
  readonly mailFrom: string;
  /** Robots and providers on this machine are allowed, also over http: for trying out, never in production. */
  readonly channelsLoopback: boolean;
}

/** One or more settings cannot be used; the message names each, in both languages. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused';
}

const port = z.string().regex(/^\d{1,5}$/).transform(Number).refine((value) => value <= 65_535);
const address = (...protocols: string[]) => z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));
// A socket's address has no host (`postgres://user@/name?host=/run/postgresql`), which URL does not take.
const databaseAddress = z.string().regex(/^postgres(ql)?:\/\/\S+$/);
const proxies = z.string().transform((text) => {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d+$/.test(text) ? Number(text) : text.split(',').map((part) => part.trim());
}).refine((given) => !Array.isArray(given) || given.every(isProxy));

/** An address, a range of them, or one of the names that the web server knows ranges by. */
function isProxy(text: string): boolean {
  const [address = '', range, more] = text.split('/');
  return ['loopback', 'linklocal', 'uniquelocal'].includes(text) || (isIP(address) !== 0 && more === undefined && (range === undefined || isIP(range) !== 0 || (/^\d{1,3}$/.test(range) && Number(range) > 0 && Number(range) <= (isIP(address) === 4 ? 32 : 128))));
}

/** Whole origins only: a path or a star would promise what no browser holds. */
const origins = z.string().transform((text) => text.split(/[\s,]+/).filter((part) => part !== '').map((part) => part.replace(/\/$/, '').toLowerCase()))
  .refine((list) => list.every((part) => /^https?:\/\/[^/*?#@\s;']+$/.test(part) && URL.canParse(part) && new URL(part).origin === part));

const settings = z.object({
  PORT: port.default(3000),
  HOST: z.string().regex(/^[\w.:-]+$/).default('127.0.0.1'),
  AFTERCARE_DATA: z.string().default('./data'),
  AFTERCARE_BACKUP: z.string().optional(),
  AFTERCARE_TLS_CERT: z.string().optional(),
  AFTERCARE_TLS_KEY: z.string().optional(),
  DATABASE_URL: databaseAddress.optional(),
  PUBLIC_URL: address('http:', 'https:').transform((text) => text.replace(/\/+$/, '')).optional(),
  TRUST_PROXY: proxies.default(false),
  AFTERCARE_FRAME_ANCESTORS: origins.default([]),
  AFTERCARE_DEMO_PASSWORD: z.string().min(8).optional(),
  SMTP_URL: address('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.string().regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/).default('aftercare@localhost'),
  AFTERCARE_CHANNELS_LOOPBACK: z.enum(['0', '1']).default('0'),
}).superRefine((given, context) => {
  // One without the other is a mistake, never a wish: served would be plain HTTP.
  if (given.AFTERCARE_TLS_CERT !== undefined && given.AFTERCARE_TLS_KEY === undefined) context.addIssue({ code: 'custom', path: ['AFTERCARE_TLS_KEY'] });
  if (given.AFTERCARE_TLS_KEY !== undefined && given.AFTERCARE_TLS_CERT === undefined) context.addIssue({ code: 'custom', path: ['AFTERCARE_TLS_CERT'] });
});

type Name = keyof z.output<typeof settings>;

const wanted: Record<Name, string> = {
  PORT: '端口号，0 至 65535，如 3000 · a port from 0 to 65535, like 3000',
  HOST: '监听的地址或主机名，如 127.0.0.1 · an address or host name to listen on, like 127.0.0.1',
  AFTERCARE_DATA: '数据目录的路径，如 ./data · the path of the data folder, like ./data',
  AFTERCARE_BACKUP: '每夜备份所用文件夹的路径，最好在另一块磁盘上 · the path of a folder for nightly backups, best on another disk',
  AFTERCARE_TLS_CERT: '证书文件（PEM）的路径，与 AFTERCARE_TLS_KEY 一起给出 · the path of a certificate (PEM), given together with AFTERCARE_TLS_KEY',
  AFTERCARE_TLS_KEY: '证书私钥文件（PEM）的路径，与 AFTERCARE_TLS_CERT 一起给出 · the path of its private key (PEM), given together with AFTERCARE_TLS_CERT',
  DATABASE_URL: 'PostgreSQL 的地址，如 postgres://user:password@host/name · the address of a PostgreSQL, like postgres://user:password@host/name',
  PUBLIC_URL: '浏览器所用的网址，如 https://aftercare.example.com · the address browsers use, like https://aftercare.example.com',
  TRUST_PROXY: 'true、false、代理层数，或逗号分隔的地址 · true, false, a number of proxies, or addresses separated by commas',
  AFTERCARE_FRAME_ANCESTORS: '可以内嵌或弹出来电登记页的系统的来源，用逗号分隔，如 https://pbx.example.com · the origins of systems that may frame or fill in the intake, separated by commas, like https://pbx.example.com',
  AFTERCARE_DEMO_PASSWORD: '示例账号的密码，至少 8 位 · the password of the demonstration accounts, 8 characters or more',
  SMTP_URL: '邮件服务器的地址，如 smtps://user:password@mail.example.com · the address of a mail server, like smtps://user:password@mail.example.com',
  MAIL_FROM: '发件人，如 Aftercare <care@example.com> · a sender, like Aftercare <care@example.com>',
  AFTERCARE_CHANNELS_LOOPBACK: '1 = 允许通知发到本机的接收程序，只用于试验；0 = 不允许 · 1 allows receivers of notices on this machine, for trying out only; 0 does not',
};

/**
 * Reads all settings; nothing else in the product looks at the environment. An empty one counts as not given.
 * @throws ConfigRefused naming every setting that cannot be used. Values are not repeated: they may be secrets.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const read = settings.safeParse(given);
  if (!read.success) throw new ConfigRefused(complaint([...new Set(read.error.issues.map((issue) => String(issue.path[0])))]));
  const { PORT, HOST, AFTERCARE_DATA, AFTERCARE_BACKUP, AFTERCARE_TLS_CERT, AFTERCARE_TLS_KEY, DATABASE_URL, PUBLIC_URL, TRUST_PROXY, AFTERCARE_FRAME_ANCESTORS, AFTERCARE_DEMO_PASSWORD, SMTP_URL, MAIL_FROM, AFTERCARE_CHANNELS_LOOPBACK } = read.data;
  return {
    port: PORT,
    host: HOST,
    dataFolder: resolve(AFTERCARE_DATA),
    backupFolder: AFTERCARE_BACKUP === undefined ? undefined : resolve(AFTERCARE_BACKUP),
    certificate: AFTERCARE_TLS_CERT === undefined || AFTERCARE_TLS_KEY === undefined ? undefined : { cert: resolve(AFTERCARE_TLS_CERT), key: resolve(AFTERCARE_TLS_KEY) },
    databaseUrl: DATABASE_URL,
    publicUrl: PUBLIC_URL,
    trustProxy: TRUST_PROXY,
    frameAncestors: AFTERCARE_FRAME_ANCESTORS,
    demoPassword: AFTERCARE_DEMO_PASSWORD,
    smtpUrl: SMTP_URL,
    mailFrom: MAIL_FROM,
    channelsLoopback: AFTERCARE_CHANNELS_LOOPBACK === '1',
  };
}

function complaint(names: readonly string[]): string {
  const lines = names.map((name) => `  ${name}: ${wanted[name as Name]}`);
  return ['环境变量有误，请改正后重新启动。Settings in the environment cannot be used; correct them and start again.', ...lines].join('\n');
}
