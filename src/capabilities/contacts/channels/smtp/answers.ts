import type { Text } from '#engine/text.ts';
import type { Reply } from '../kind.ts';

/** @param failure - null when the server took the mail. */
export function readAnswer(failure: Text | null): Reply {
  return failure === null ? { is: 'sent', answer: { zh: '邮件服务器已接收', en: 'The mail server took it' } } : { is: 'failed', answer: failure };
}
