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
  readonly demoPassword?: string | undefined;
  readonly smtpUrl?: string | undefined;
  readonly mailFrom: string;
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
});

const settings = z.object({
  PORT: port.default(3000),
  HOST: z.string().regex(/^[\w.:-]+$/).default('127.0.0.1'),
  AFTERCARE_DATA: z.string().default('./data'),
  DATABASE_URL: databaseAddress.optional(),
  PUBLIC_URL: address('http:', 'https:').transform((text) => text.replace(/\/+$/, '')).optional(),
  TRUST_PROXY: proxies.default(false),
  AFTERCARE_DEMO_PASSWORD: z.string().min(8).optional(),
  SMTP_URL: address('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.string().regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/).default('aftercare@localhost'),
});

type Name = keyof z.output<typeof settings>;

const wanted: Record<Name, string> = {
  PORT: '端口号，0 至 65535，如 3000 · a port from 0 to 65535, like 3000',
  HOST: '监听的地址或主机名，如 127.0.0.1 · an address or host name to listen on, like 127.0.0.1',
  AFTERCARE_DATA: '数据目录的路径，如 ./data · the path of the data folder, like ./data',
  DATABASE_URL: 'PostgreSQL 的地址，如 postgres://user:password@host/name · the address of a PostgreSQL, like postgres://user:password@host/name',
  PUBLIC_URL: '浏览器所用的网址，如 https://aftercare.example.com · the address browsers use, like https://aftercare.example.com',
  TRUST_PROXY: 'true、false、代理层数，或逗号分隔的地址 · true, false, a number of proxies, or addresses separated by commas',
  AFTERCARE_DEMO_PASSWORD: '示例账号的密码，至少 8 位 · the password of the demonstration accounts, 8 characters or more',
  SMTP_URL: '邮件服务器的地址，如 smtps://user:password@mail.example.com · the address of a mail server, like smtps://user:password@mail.example.com',
  MAIL_FROM: '发件人，如 Aftercare <care@example.com> · a sender, like Aftercare <care@example.com>',
};

/**
 * Reads all settings; nothing else in the product looks at the environment. An empty one counts as not given.
 * @throws ConfigRefused naming every setting that cannot be used. Values are not repeated: they may be secrets.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const read = settings.safeParse(given);
  if (!read.success) throw new ConfigRefused(complaint([...new Set(read.error.issues.map((issue) => String(issue.path[0])))]));
  const { PORT, HOST, AFTERCARE_DATA, DATABASE_URL, PUBLIC_URL, TRUST_PROXY, AFTERCARE_DEMO_PASSWORD, SMTP_URL, MAIL_FROM } = read.data;
  return {
    port: PORT,
    host: HOST,
    dataFolder: resolve(AFTERCARE_DATA),
    databaseUrl: DATABASE_URL,
    publicUrl: PUBLIC_URL,
    trustProxy: TRUST_PROXY,
    demoPassword: AFTERCARE_DEMO_PASSWORD,
    smtpUrl: SMTP_URL,
    mailFrom: MAIL_FROM,
  };
}

function complaint(names: readonly string[]): string {
  const lines = names.map((name) => `  ${name}: ${wanted[name as Name]}`);
  return ['环境变量有误，请改正后重新启动。Settings in the environment cannot be used; correct them and start again.', ...lines].join('\n');
}
