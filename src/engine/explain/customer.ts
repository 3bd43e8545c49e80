import type { Instant } from '../instant.ts';
import type { ObligationState } from '../matter.ts';
import type { Text } from '../text.ts';
import { civilWords } from './civil-words.ts';

/**
 * 对客户怎么说: one sentence for the telephone about one thing that is owed. Nothing internal in it: no clause, no name, no
 * word of being overdue as an excuse.
 */
export function saidToCustomer(ob: ObligationState, title: string, zone: string, now: Instant): Text {
  if (ob.status === 'met' || ob.status === 'met-late') return { zh: `您这件事的「${title}」已经办了。`, en: `“${title}” has been done for you.` };
  if (ob.status === 'waived' || ob.status === 'void') return { zh: `您这件事不再需要「${title}」。`, en: `“${title}” is no longer needed in your case.` };
  if (ob.status === 'paused') return { zh: `您这件事的「${title}」正在等待，一恢复我们就接着办，并马上告诉您新的时间。`, en: `“${title}” is waiting; as soon as it goes on we continue and tell you the new time.` };
  if (ob.dueAt === null || ob.dueAt < now) return { zh: `您这件事的「${title}」我现在就去催，有结果马上告诉您。`, en: `I am asking about “${title}” right now and will tell you as soon as I know.` };
  const by = civilWords(ob.dueAt, zone);
  return { zh: `按我们公司的规定，您这件事最迟 ${by.zh} 前完成「${title}」。`, en: `By our company’s rules “${title}” will be done for you by ${by.en} at the latest.` };
}
