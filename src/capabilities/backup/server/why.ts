import type { Text } from '#engine/text.ts';
import { BackupRefused } from './make.ts';

/** Why it failed, for people: the system's own word for it is enough to look it up. */
export function whyOf(error: unknown): Text {
  if (error instanceof BackupRefused) return error.text;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC') return { zh: '磁盘已满，备份没有做成。请清理备份文件夹所在的磁盘。', en: 'The disk is full, so no backup was made. Please make room where the backups lie.' };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { zh: '备份文件夹不能写入，请检查权限。', en: 'The backup folder cannot be written to. Please check its permissions.' };
  return { zh: `备份没有做成（${code || '原因见日志'}）。`, en: `No backup was made (${code || 'the log says why'}).` };
}
