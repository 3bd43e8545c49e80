import { DAY, dayOf, flawed, good, HOUR, MINUTE, type Figures, type Sentence } from './figures.ts';

const MANY_FAILED = 50;

export function outbox({ outbox: { waiting, oldest }, now }: Figures): Sentence {
  if (waiting === 0) return good('outbox', '没有等着发出的通知。', 'No notice is waiting to be sent.');
  const minutes = oldest === null ? 0 : Math.floor((now - oldest) / MINUTE);
  const text = { zh: `${waiting} 条通知等着发出，最早的等了 ${minutes} 分钟。`, en: `${waiting} notices are waiting, the oldest for ${minutes} minutes.` };
  if (minutes < 10) return { id: 'outbox', is: 'good', text, remedy: null };
  return flawed('outbox', 'bad', text, { zh: '看下面各通道的回答；都正常时重启服务。', en: 'See what the channels below answered; if they are well, restart the service.' });
}

export function due({ dueSince, now }: Figures): Sentence {
  const minutes = dueSince === null ? 0 : Math.floor((now - dueSince) / MINUTE);
  if (minutes < 1) return good('due', '时限检查没有落后。', 'Limits are looked at in time.');
  return flawed('due', 'bad', { zh: `时限检查落后 ${minutes} 分钟，提醒会晚到。`, en: `Limits are looked at ${minutes} minutes late; reminders come late.` }, { zh: '重启服务；还不行，请下载诊断包并联系支持。', en: 'Restart the service; if that does not help, download the diagnosis and ask for support.' });
}

export function backup({ backup: { folder, last, failed }, now, zone }: Figures): Sentence {
  if (folder === null) return flawed('backup', 'bad', { zh: '没有设置备份：磁盘坏了，数据就没了。', en: 'No backup is set up: if the disk fails, everything is lost.' }, { zh: '在“安装设置”里填一个文件夹，最好在另一块磁盘上。', en: 'Name a folder under Installation, best on another disk.' });
  if (failed && (last === null || failed.at > last)) {
    return flawed('backup', 'bad', { zh: `${dayOf(failed.at, zone)} 的备份失败${failed.why ? `：${failed.why.zh}` : '。'}`, en: `The backup of ${dayOf(failed.at, zone)} failed${failed.why ? `: ${failed.why.en}` : '.'}` }, { zh: '检查备份文件夹能否写入、空间够不够；今夜会再试。', en: 'Check whether the folder can be written and has room; it is tried again tonight.' });
  }
  if (last === null) return flawed('backup', 'note', { zh: '还没有做过备份，第一次在今夜。', en: 'No backup was made yet; the first comes tonight.' }, { zh: '不想等，可以运行 aftercare backup。', en: 'To have one now, run aftercare backup.' });
  const hours = Math.floor((now - last) / HOUR);
  if (hours < 36) return good('backup', `上次备份在 ${hours} 小时前，成功。`, `The last backup was made ${hours} hours ago.`);
  return flawed('backup', 'bad', { zh: `上次备份已是 ${Math.floor(hours / 24)} 天前。`, en: `The last backup is ${Math.floor(hours / 24)} days old.` }, { zh: '检查备份文件夹是否还挂载着。', en: 'Check whether the backup folder is still mounted.' });
}

export function trial({ backup: { folder, trial: found }, now, zone }: Figures): Sentence {
  if (!found) return folder === null ? flawed('trial', 'note', { zh: '没有备份，也就没有恢复演练。', en: 'Without backups no restoring can be tried.' }, { zh: '先设置备份文件夹。', en: 'Set up the backup folder first.' }) : flawed('trial', 'note', { zh: '还没有做过恢复演练。', en: 'Restoring was not tried yet.' }, { zh: '第一次备份之后自动做，每周一次。', en: 'It is tried after the first backup, then every week.' });
  if (!found.succeeded) return flawed('trial', 'bad', { zh: `${dayOf(found.at, zone)} 的恢复演练失败：备份现在不能用。`, en: `Trying to restore failed on ${dayOf(found.at, zone)}: the backup cannot be relied on.` }, { zh: '下载诊断包并联系支持；在此之前另外保存一份数据目录。', en: 'Download the diagnosis and ask for support; until then, keep a copy of the data folder.' });
  const days = Math.floor((now - found.at) / DAY);
  const took = `${Math.floor(found.seconds / 60)} 分 ${Math.round(found.seconds % 60)} 秒`;
  const text = { zh: `恢复演练成功，${took}，${dayOf(found.at, zone)}。`, en: `Restoring was tried with success on ${dayOf(found.at, zone)}, in ${Math.round(found.seconds)} s.` };
  return days <= 15 ? { id: 'trial', is: 'good', text, remedy: null } : flawed('trial', 'bad', text, { zh: '已超过两周没有演练：检查备份是否还在做。', en: 'That is more than two weeks ago: check whether backups are still made.' });
}

export function signIns({ failedSignIns: count }: Figures): Sentence {
  if (count < MANY_FAILED) return good('sign-ins', `24 小时内登录失败 ${count} 次。`, `${count} sign-ins failed within 24 hours.`);
  return flawed('sign-ins', 'note', { zh: `24 小时内登录失败 ${count} 次，可能有人在猜密码。`, en: `${count} sign-ins failed within 24 hours; somebody may be guessing passwords.` }, { zh: '系统会自动放慢；确认外网是否真的需要打开。', en: 'They are slowed down by themselves; see whether it must be reachable from outside.' });
}

export function channels({ channels: all, now }: Figures): readonly Sentence[] {
  if (all.length === 0) return [flawed('channels', 'note', { zh: '没有群机器人或短信：警报只在页面里响。', en: 'There is no robot and no SMS: alarms sound in the pages only.' }, { zh: '在“通知与对接”里添加一个。', en: 'Add one under Channels.' })];
  return all.map(({ name, answered }) => {
    const id = `channel ${name}`;
    if (!answered) return flawed(id, 'note', { zh: `通道「${name}」还没有发过。`, en: `Nothing was sent over “${name}” yet.` }, { zh: '在“通知与对接”里按“发送测试”。', en: 'Press “Send a test” under Channels.' });
    const at = `${Math.max(0, Math.floor((now - answered.at) / HOUR))}`;
    const text = { zh: `通道「${name}」${at} 小时前回答：${answered.text.zh}。`, en: `“${name}” answered ${at} hours ago: ${answered.text.en}.` };
    return answered.ok ? { id, is: 'good' as const, text, remedy: null } : flawed(id, 'bad', text, { zh: '在“通知与对接”里改正后再测试。', en: 'Correct it under Channels and test again.' });
  });
}

export function mail({ mail: set }: Figures): Sentence {
  return set ? good('mail', '邮件已配置。', 'Mail is set up.') : flawed('mail', 'note', { zh: '没有配置邮件。', en: 'Mail is not set up.' }, { zh: '需要时设置 SMTP_URL，或添加一个邮件通道。', en: 'If you want it, set SMTP_URL or add a mail channel.' });
}
