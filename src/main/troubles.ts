/** Where the product was told to run, as far as a sentence about its start needs it. */
export interface Surroundings { readonly host: string; readonly port: string; readonly dataFolder: string; readonly ownDatabase: boolean }

type Sentence = (around: Surroundings, error: NodeJS.ErrnoException) => readonly [zh: string, en: string];

const notWritable: Sentence = ({ dataFolder }, { path = dataFolder }) => [
  `数据目录写不进去：${path}。请把它交给运行本程序的用户（chown），或在 AFTERCARE_DATA 里换一个目录。`,
  `The data folder cannot be written to: ${path}. Give it to the user who runs this program (chown), or name another folder in AFTERCARE_DATA.`,
];
const noFolder: Sentence = ({ dataFolder }, { path = dataFolder }) => [
  `${path} 是文件，不是文件夹，不能放数据。请移开它，或在 AFTERCARE_DATA 里换一个目录。`,
  `${path} is a file and not a folder, so no data can be kept there. Move it away, or name another folder in AFTERCARE_DATA.`,
];
const full: Sentence = ({ dataFolder }) => [
  `磁盘满了：数据目录 ${dataFolder} 所在的磁盘没有空间。请腾出至少 1 GB，或在 AFTERCARE_DATA 里换一个目录，再重新启动；已有的数据不受影响。`,
  `The disk is full: there is no space for the data folder ${dataFolder}. Free 1 GB or more, or name another folder in AFTERCARE_DATA, and start again; what is kept there is not harmed.`,
];
const noDatabase: Sentence = (_around, { code = '', message }) => [
  `连不上 DATABASE_URL 指定的数据库（${code}：${message}）。请确认它在运行，并核对地址、用户、密码和库名。`,
  `The database named in DATABASE_URL cannot be reached (${code}: ${message}). See that it runs, and check address, user, password and name.`,
];

const LISTENING: Readonly<Record<string, Sentence>> = {
  EADDRINUSE: ({ host, port }) => [`端口 ${port}（${host}）已被另一个程序占用。请先停掉它，或换一个端口再启动，例如 PORT=3001。`, `Port ${port} (${host}) is in use by another program. Stop it first, or start with another port, like PORT=3001.`],
  EACCES: ({ port }) => [`没有权限使用端口 ${port}：1024 以下的端口只给管理员。请换一个端口，例如 PORT=3000，或按 docs/operations.zh.md 用系统服务或反向代理。`, `Port ${port} may not be used: those below 1024 are for administrators. Choose another, like PORT=3000, or use the service or a reverse proxy (docs/operations.md).`],
  EADDRNOTAVAIL: ({ host }) => [`本机没有地址 ${host}。请在 HOST 里写本机的地址：127.0.0.1 是只有本机，0.0.0.0 是所有网卡。`, `This machine has no address ${host}. Put one of its own into HOST: 127.0.0.1 for this machine only, 0.0.0.0 for all of them.`],
  ENOTFOUND: ({ host }) => [`找不到主机名 ${host}。请在 HOST 里写本机的地址，例如 127.0.0.1。`, `There is no host ${host}. Put an address of this machine into HOST, like 127.0.0.1.`],
};
const FOLDER: Readonly<Record<string, Sentence>> = { EACCES: notWritable, EPERM: notWritable, EROFS: notWritable, EEXIST: noFolder, ENOTDIR: noFolder };
/** What the network says, and what PostgreSQL says at the door. */
const AT_THE_DOOR = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ENOENT', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', '28P01', '28000', '3D000', '42501', '53300']);

/**
 * What a person can do about an error that ended the start, in both languages; null for one that nobody expected.
 * A message with Chinese in it was written for people already.
 */
export function troubleOf(error: unknown, around: Surroundings): string | null {
  if (!(error instanceof Error)) return null;
  const known = sentenceOf(error, around.ownDatabase);
  if (known) return known(around, error).join('\n');
  return /\p{Script=Han}/u.test(error.message) ? error.message : null;
}

function sentenceOf({ code = '', syscall, message }: NodeJS.ErrnoException, ownDatabase: boolean): Sentence | undefined {
  if (code === 'ENOSPC' || /No space left on device|Disk quota exceeded/.test(message)) return full;
  if (syscall === 'listen' || (syscall === 'getaddrinfo' && !ownDatabase)) return LISTENING[code];
  if (ownDatabase && AT_THE_DOOR.has(code)) return noDatabase;
  return syscall === 'connect' ? undefined : FOLDER[code];
}
