import { DAY, dayOf, flawed, good, size, type Figures, type Sentence } from './figures.ts';

/** Below this a database may stop from one hour to the next. */
const LEAST_FREE = 2_000_000_000;
const LEAST_DAYS = 14;
const MOST_CLOCK_OFF = 5_000;
/** Certificates are renewed a month before their end by whoever renews them by himself. */
const RENEW_WITHIN = 21;

export function database({ database: found }: Figures): Sentence {
  if (!found) return flawed('database', 'bad', { zh: '数据库没有应答。', en: 'The database does not answer.' }, { zh: '看服务器上的日志；用自己的数据库时，检查 DATABASE_URL 和网络。', en: 'Look at the log on the server; with a database of your own check DATABASE_URL and the network.' });
  return good('database', `数据库正常：PostgreSQL ${found.version}，${size(found.bytes)}，应答 ${Math.round(found.milliseconds)} 毫秒。`, `The database works: PostgreSQL ${found.version}, ${size(found.bytes)}, answers in ${Math.round(found.milliseconds)} ms.`);
}

export function clock({ database: found }: Figures): Sentence {
  const off = Math.abs(found?.clockOff ?? 0);
  if (off <= MOST_CLOCK_OFF) return good('clock', '服务器与数据库的时间一致。', 'Server and database agree on the time.');
  const seconds = Math.round(off / 1000);
  return flawed('clock', 'bad', { zh: `服务器与数据库的时间差 ${seconds} 秒，时限会算错。`, en: `Server and database differ by ${seconds} seconds; limits will be wrong.` }, { zh: '在两台机器上打开网络对时（timedatectl set-ntp true）。', en: 'Turn on time synchronisation on both machines (timedatectl set-ntp true).' });
}

export function disk({ disk: found }: Figures): Sentence {
  if (!found) return flawed('disk', 'note', { zh: '磁盘剩余空间读不出来。', en: 'How much of the disk is free cannot be read.' }, { zh: '检查数据目录的权限。', en: 'Check the rights of the data folder.' });
  const days = found.perDay !== null && found.perDay > 0 ? Math.floor(found.free / found.perDay) : null;
  const text = days === null
    ? { zh: `磁盘还剩 ${size(found.free)}。`, en: `${size(found.free)} of the disk are free.` }
    : { zh: `磁盘还剩 ${size(found.free)}，照最近的用量可用约 ${days} 天。`, en: `${size(found.free)} of the disk are free; as it was used lately, for about ${days} days.` };
  if (found.free >= LEAST_FREE && (days === null || days >= LEAST_DAYS)) return { id: 'disk', is: 'good', text, remedy: null };
  return flawed('disk', 'bad', text, { zh: '清理或扩大数据目录所在的磁盘；磁盘写满后系统会停下。', en: 'Free or enlarge the disk of the data folder; when it is full, the system stops.' });
}

export function certificate({ reach, now }: Figures): Sentence {
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

/** The next year's days are published in autumn; limits of sixty days reach beyond the table before it ends. */
const KNOWN_AHEAD = 60;

export function holidays({ holidaysUntil, now, zone }: Figures): Sentence {
  const [until, days] = [dayOf(holidaysUntil, zone), Math.floor((holidaysUntil - now) / DAY)];
  if (days > KNOWN_AHEAD) return good('holidays', `节假日表到 ${until}。`, `Public holidays are known until ${until}.`);
  const text = days < 0 ? { zh: `节假日表只到 ${until}，之后按普通周末算。`, en: `Public holidays are known only until ${until}; after that, plain weekends are counted.` } : { zh: `节假日表只到 ${until}。`, en: `Public holidays are known only until ${until}.` };
  return flawed('holidays', days < 0 ? 'bad' : 'note', text, { zh: '国务院公布后升级本系统，或用日历接口补上这一年的放假和调休。', en: 'Update the product once they are published, or enter the year’s days through the calendar interface.' });
}

export function running({ version, startedAt, now, memory }: Figures): Sentence {
  const days = Math.floor((now - startedAt) / DAY);
  const text = { zh: `版本 ${version}，已运行 ${days} 天，占用内存 ${size(memory.used)}（共 ${size(memory.of)}）。`, en: `Version ${version}, running for ${days} days, ${size(memory.used)} of ${size(memory.of)} of memory.` };
  return memory.used < memory.of / 2 ? { id: 'running', is: 'good', text, remedy: null } : flawed('running', 'note', text, { zh: '内存偏紧：加内存，或把数据库放到另一台机器。', en: 'Memory is short: add some, or move the database to another machine.' });
}
