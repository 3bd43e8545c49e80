import type { Text } from '#engine/text.ts';

/** What was measured, all of it by instants and bytes. null = not known, or not there. */
export interface Figures {
  readonly now: number;
  readonly version: string;
  readonly startedAt: number;
  readonly memory: { readonly used: number; readonly of: number };
  readonly database: { readonly version: string; readonly bytes: number; readonly milliseconds: number; readonly clockOff: number } | null;
  readonly disk: { readonly free: number; /** By which it shrank lately, bytes a day. */ readonly perDay: number | null } | null;
  readonly reach: { readonly https: 'ours' | 'proxy' | null; readonly until: number | null; readonly loopback: boolean };
  /** Last day of the table of public holidays. */
  readonly holidaysUntil: number;
  readonly outbox: { readonly waiting: number; readonly oldest: number | null };
  /** The earliest that should have been looked at by now and was not. */
  readonly dueSince: number | null;
  readonly backup: { readonly folder: string | null; readonly last: number | null; readonly failed: { readonly at: number; readonly why: Text | null } | null; readonly trial: { readonly at: number; readonly succeeded: boolean; readonly seconds: number } | null };
  readonly failedSignIns: number;
  readonly channels: readonly { readonly name: string; readonly answered: { readonly at: number; readonly ok: boolean; readonly text: Text } | null }[];
  readonly mail: boolean;
}

/** One line of the page. `note`: nothing is broken, but somebody should know. */
export interface Sentence { readonly id: string; readonly is: 'good' | 'bad' | 'note'; readonly text: Text; readonly remedy: Text | null }

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const GB = 1_000_000_000;
/** Below this a database may stop from one hour to the next. */
const LEAST_FREE = 2 * GB;
const LEAST_DAYS = 14;
const MOST_CLOCK_OFF = 5_000;
/** Certificates are renewed a month before their end by whoever renews them by himself. */
const RENEW_WITHIN = 21;
const MANY_FAILED = 50;

/** Says everything in sentences, in the order of the page. */
export function sentencesOf(figures: Figures): readonly Sentence[] {
  return [
    database(figures), clock(figures), disk(figures), certificate(figures), holidays(figures), outbox(figures), due(figures), backup(figures), trial(figures), signIns(figures), ...channels(figures), mail(figures), running(figures),
  ];
}

const good = (id: string, zh: string, en: string): Sentence => ({ id, is: 'good', text: { zh, en }, remedy: null });
const flawed = (id: string, is: 'bad' | 'note', text: Text, remedy: Text): Sentence => ({ id, is, text, remedy });

function database({ database: found }: Figures): Sentence {
  if (!found) return flawed('database', 'bad', { zh: '数据库没有应答。', en: 'The database does not answer.' }, { zh: '看服务器上的日志；用自己的数据库时，检查 DATABASE_URL 和网络。', en: 'Look at the log on the server; with a database of your own check DATABASE_URL and the network.' });
  return good('database', `数据库正常：PostgreSQL ${found.version}，${size(found.bytes)}，应答 ${Math.round(found.milliseconds)} 毫秒。`, `The database works: PostgreSQL ${found.version}, ${size(found.bytes)}, answers in ${Math.round(found.milliseconds)} ms.`);
}

function clock({ database: found }: Figures): Sentence {
  const off = Math.abs(found?.clockOff ?? 0);
  if (off <= MOST_CLOCK_OFF) return good('clock', '服务器与数据库的时间一致。', 'Server and database agree on the time.');
  const seconds = Math.round(off / 1000);
  return flawed('clock', 'bad', { zh: `服务器与数据库的时间差 ${seconds} 秒，时限会算错。`, en: `Server and database differ by ${seconds} seconds; limits will be wrong.` }, { zh: '在两台机器上打开网络对时（timedatectl set-ntp true）。', en: 'Turn on time synchronisation on both machines (timedatectl set-ntp true).' });
}

function disk({ disk: found }: Figures): Sentence {
  if (!found) return flawed('disk', 'note', { zh: '磁盘剩余空间读不出来。', en: 'How much of the disk is free cannot be read.' }, { zh: '检查数据目录的权限。', en: 'Check the rights of the data folder.' });
  const days = found.perDay !== null && found.perDay > 0 ? Math.floor(found.free / found.perDay) : null;
  const text = days === null
    ? { zh: `磁盘还剩 ${size(found.free)}。`, en: `${size(found.free)} of the disk are free.` }
    : { zh: `磁盘还剩 ${size(found.free)}，照最近的用量可用约 ${days} 天。`, en: `${size(found.free)} of the disk are free; as it was used lately, for about ${days} days.` };
  if (found.free >= LEAST_FREE && (days === null || days >= LEAST_DAYS)) return { id: 'disk', is: 'good', text, remedy: null };
  return flawed('disk', 'bad', text, { zh: '清理或扩大数据目录所在的磁盘；磁盘写满后系统会停下。', en: 'Free or enlarge the disk of the data folder; when it is full, the system stops.' });
}

function certificate({ reach, now }: Figures): Sentence {
  if (reach.https === 'proxy') return good('certificate', '网址是 https，证书由前面的反向代理负责。', 'The address is https; the proxy in front looks after the certificate.');
  if (reach.https === null) {
    if (reach.loopback) return flawed('certificate', 'note', { zh: '只有本机能打开，没有用 https。', en: 'Only this machine can reach it, without https.' }, { zh: '给别人用之前，请在“安装设置”里上传证书，或放在反向代理后面。', en: 'Before others use it, upload a certificate under Installation, or put it behind a proxy.' });
    return flawed('certificate', 'bad', { zh: '没有用 https：密码在网络上能被看到，手机也打不开拍照和录音。', en: 'There is no https: passwords can be read on the network, and phones do not open camera and microphone.' }, { zh: '请在“安装设置”里上传证书，或放在反向代理后面。', en: 'Upload a certificate under Installation, or put it behind a proxy.' });
  }
  const days = Math.floor(((reach.until ?? now) - now) / DAY);
  if (days > RENEW_WITHIN) return good('certificate', `证书有效，还有 ${days} 天。`, `The certificate is valid for ${days} more days.`);
  const text = days < 0 ? { zh: '证书已过期，浏览器会拦下。', en: 'The certificate has expired; browsers stop there.' } : { zh: `证书还有 ${days} 天到期。`, en: `The certificate ends in ${days} days.` };
  return flawed('certificate', 'bad', text, { zh: '在“安装设置”里上传新证书；不用重启。', en: 'Upload a new one under Installation; no restart is needed.' });
}

function holidays({ holidaysUntil, now }: Figures): Sentence {
  const [until, days] = [day(holidaysUntil), Math.floor((holidaysUntil - now) / DAY)];
  if (days > 30) return good('holidays', `节假日表到 ${until}。`, `Public holidays are known until ${until}.`);
  const text = days < 0 ? { zh: `节假日表只到 ${until}，之后按普通周末算。`, en: `Public holidays are known only until ${until}; after that, plain weekends are counted.` } : { zh: `节假日表只到 ${until}。`, en: `Public holidays are known only until ${until}.` };
  return flawed('holidays', days < 0 ? 'bad' : 'note', text, { zh: '国务院公布后升级本系统，或用日历接口补上这一年的放假和调休。', en: 'Update the product once they are published, or enter the year’s days through the calendar interface.' });
}

function outbox({ outbox: { waiting, oldest }, now }: Figures): Sentence {
  if (waiting === 0) return good('outbox', '没有等着发出的通知。', 'No notice is waiting to be sent.');
  const minutes = oldest === null ? 0 : Math.floor((now - oldest) / MINUTE);
  const text = { zh: `${waiting} 条通知等着发出，最早的等了 ${minutes} 分钟。`, en: `${waiting} notices are waiting, the oldest for ${minutes} minutes.` };
  if (minutes < 10) return { id: 'outbox', is: 'good', text, remedy: null };
  return flawed('outbox', 'bad', text, { zh: '看下面各通道的回答；都正常时重启服务。', en: 'See what the channels below answered; if they are well, restart the service.' });
}

function due({ dueSince, now }: Figures): Sentence {
  const minutes = dueSince === null ? 0 : Math.floor((now - dueSince) / MINUTE);
  if (minutes < 1) return good('due', '时限检查没有落后。', 'Limits are looked at in time.');
  return flawed('due', 'bad', { zh: `时限检查落后 ${minutes} 分钟，提醒会晚到。`, en: `Limits are looked at ${minutes} minutes late; reminders come late.` }, { zh: '重启服务；还不行，请下载诊断包并联系支持。', en: 'Restart the service; if that does not help, download the diagnosis and ask for support.' });
}

function backup({ backup: { folder, last, failed }, now }: Figures): Sentence {
  if (folder === null) return flawed('backup', 'bad', { zh: '没有设置备份：磁盘坏了，数据就没了。', en: 'No backup is set up: if the disk fails, everything is lost.' }, { zh: '在“安装设置”里填一个文件夹，最好在另一块磁盘上。', en: 'Name a folder under Installation, best on another disk.' });
  if (failed && (last === null || failed.at > last)) {
    return flawed('backup', 'bad', { zh: `${day(failed.at)} 的备份失败${failed.why ? `：${failed.why.zh}` : '。'}`, en: `The backup of ${day(failed.at)} failed${failed.why ? `: ${failed.why.en}` : '.'}` }, { zh: '检查备份文件夹能否写入、空间够不够；今夜会再试。', en: 'Check whether the folder can be written and has room; it is tried again tonight.' });
  }
  if (last === null) return flawed('backup', 'note', { zh: '还没有做过备份，第一次在今夜。', en: 'No backup was made yet; the first comes tonight.' }, { zh: '不想等，可以运行 aftercare backup。', en: 'To have one now, run aftercare backup.' });
  const hours = Math.floor((now - last) / HOUR);
  if (hours < 36) return good('backup', `上次备份在 ${hours} 小时前，成功。`, `The last backup was made ${hours} hours ago.`);
  return flawed('backup', 'bad', { zh: `上次备份已是 ${Math.floor(hours / 24)} 天前。`, en: `The last backup is ${Math.floor(hours / 24)} days old.` }, { zh: '检查备份文件夹是否还挂载着。', en: 'Check whether the backup folder is still mounted.' });
}

function trial({ backup: { folder, trial: found }, now }: Figures): Sentence {
  if (!found) return folder === null ? flawed('trial', 'note', { zh: '没有备份，也就没有恢复演练。', en: 'Without backups no restoring can be tried.' }, { zh: '先设置备份文件夹。', en: 'Set up the backup folder first.' }) : flawed('trial', 'note', { zh: '还没有做过恢复演练。', en: 'Restoring was not tried yet.' }, { zh: '第一次备份之后自动做，每周一次。', en: 'It is tried after the first backup, then every week.' });
  if (!found.succeeded) return flawed('trial', 'bad', { zh: `${day(found.at)} 的恢复演练失败：备份现在不能用。`, en: `Trying to restore failed on ${day(found.at)}: the backup cannot be relied on.` }, { zh: '下载诊断包并联系支持；在此之前另外保存一份数据目录。', en: 'Download the diagnosis and ask for support; until then, keep a copy of the data folder.' });
  const days = Math.floor((now - found.at) / DAY);
  const took = `${Math.floor(found.seconds / 60)} 分 ${Math.round(found.seconds % 60)} 秒`;
  const text = { zh: `恢复演练成功，${took}，${day(found.at)}。`, en: `Restoring was tried with success on ${day(found.at)}, in ${Math.round(found.seconds)} s.` };
  return days <= 15 ? { id: 'trial', is: 'good', text, remedy: null } : flawed('trial', 'bad', text, { zh: '已超过两周没有演练：检查备份是否还在做。', en: 'That is more than two weeks ago: check whether backups are still made.' });
}

function signIns({ failedSignIns: count }: Figures): Sentence {
  if (count < MANY_FAILED) return good('sign-ins', `24 小时内登录失败 ${count} 次。`, `${count} sign-ins failed within 24 hours.`);
  return flawed('sign-ins', 'note', { zh: `24 小时内登录失败 ${count} 次，可能有人在猜密码。`, en: `${count} sign-ins failed within 24 hours; somebody may be guessing passwords.` }, { zh: '系统会自动放慢；确认外网是否真的需要打开。', en: 'They are slowed down by themselves; see whether it must be reachable from outside.' });
}

function channels({ channels: all, now }: Figures): readonly Sentence[] {
  if (all.length === 0) return [flawed('channels', 'note', { zh: '没有群机器人或短信：警报只在页面里响。', en: 'There is no robot and no SMS: alarms sound in the pages only.' }, { zh: '在“通知与对接”里添加一个。', en: 'Add one under Channels.' })];
  return all.map(({ name, answered }) => {
    const id = `channel ${name}`;
    if (!answered) return flawed(id, 'note', { zh: `通道「${name}」还没有发过。`, en: `Nothing was sent over “${name}” yet.` }, { zh: '在“通知与对接”里按“发送测试”。', en: 'Press “Send a test” under Channels.' });
    const at = `${Math.max(0, Math.floor((now - answered.at) / HOUR))}`;
    const text = { zh: `通道「${name}」${at} 小时前回答：${answered.text.zh}。`, en: `“${name}” answered ${at} hours ago: ${answered.text.en}.` };
    return answered.ok ? { id, is: 'good' as const, text, remedy: null } : flawed(id, 'bad', text, { zh: '在“通知与对接”里改正后再测试。', en: 'Correct it under Channels and test again.' });
  });
}

function mail({ mail: set }: Figures): Sentence {
  return set ? good('mail', '邮件已配置。', 'Mail is set up.') : flawed('mail', 'note', { zh: '没有配置邮件。', en: 'Mail is not set up.' }, { zh: '需要时设置 SMTP_URL，或添加一个邮件通道。', en: 'If you want it, set SMTP_URL or add a mail channel.' });
}

function running({ version, startedAt, now, memory }: Figures): Sentence {
  const days = Math.floor((now - startedAt) / DAY);
  const text = { zh: `版本 ${version}，已运行 ${days} 天，占用内存 ${size(memory.used)}（共 ${size(memory.of)}）。`, en: `Version ${version}, running for ${days} days, ${size(memory.used)} of ${size(memory.of)} of memory.` };
  return memory.used < memory.of / 2 ? { id: 'running', is: 'good', text, remedy: null } : flawed('running', 'note', text, { zh: '内存偏紧：加内存，或把数据库放到另一台机器。', en: 'Memory is short: add some, or move the database to another machine.' });
}

const day = (at: number): string => {
  const local = new Date(at + 8 * HOUR).toISOString();
  return local.slice(0, 10);
};

/** Bytes as people say them. */
export function size(bytes: number): string {
  if (bytes >= 10 * GB) return `${Math.round(bytes / GB)} GB`;
  if (bytes >= GB) return `${(bytes / GB).toFixed(1)} GB`;
  return `${Math.max(1, Math.round(bytes / 1_000_000))} MB`;
}
