import type { Bearer } from '../../matter.ts';
import type { Text } from '../../text.ts';
import type { Attempt } from '../attempt.ts';
import { overseersOf, TAKE_WORK } from '../daily/index.ts';
import { mayMerge } from '../part.ts';
import { takable } from '../obligations/index.ts';
import type { Refusal } from '../types.ts';
import { nothingToAnswer } from './answer.ts';
import { mayGiveBack, returnable } from './give-back.ts';
import { whyNoRecall, type NoRecall } from './recall.ts';

/** Why an act of daily life that is about the acts before it is not possible for this person now. */
export function againstVerb(attempt: Attempt): readonly Refusal[] {
  const { act, matter, kind, actor } = attempt;
  if (!act.daily || actor.is === 'system') return [];
  const refusal = (is: Refusal['kind'], text: Text, who: readonly Bearer[] = [], needs: Refusal['needs'] = []): readonly Refusal[] => [{ clause: [], rule: `act ${act.id}`, kind: is, needs, who, say: null, conditional: false, text }];
  if (act.is === 'return') {
    const found = returnable(kind, matter);
    if (!found) return refusal('stage', { zh: '没有可以退回的转办', en: 'Nothing was forwarded that could be given back' });
    if (!mayGiveBack(attempt.world, kind, matter, actor)) return refusal('may', { zh: '只有现在的接收人可以退回', en: 'Only its present receiver may give it back' }, [matter.roles[found.role] ?? {}]);
  }
  if (act.is === 'recall') {
    const why = whyNoRecall(matter, actor.person);
    // What cannot be taken back can be put right.
    if (why !== null) return refusal(why === 'other' ? 'may' : 'stage', NO_RECALL[why], [], why === 'outside' || why === 'missed' ? [{ is: 'act', act: 'correct' }] : []);
  }
  // Whoever takes care of an alarm says so in the matter, also where he only leads.
  if (act.id === TAKE_WORK && attempt.proposed.fields.alarm !== true && takable(attempt.world, matter, actor).length === 0) return refusal('stage', { zh: '没有大家共同承担、可以由您接手的待办', en: 'Nothing here is owed by several together that you could take upon yourself' });
  const unasked = nothingToAnswer(act.id, matter);
  if (unasked) return refusal('stage', unasked);
  if ((act.is === 'merge' || act.is === 'unmerge') && !mayMerge(attempt)) return refusal('may', NOT_HIS, overseersOf(attempt.world.policy, actor.unit));
  if (act.is === 'unmerge' && matter.ended !== 'merged') return refusal('stage', { zh: '这件事没有合并到别的事项', en: 'This matter was not merged into another' });
  // What was merged into a mis-entry was none itself: voiding would end it unseen.
  if ((act.is === 'merge' || act.is === 'void') && matter.merged?.length) return refusal('stage', { zh: '有别的事项合并在这一件里，请先拆开', en: 'Other matters were merged into this one; take them apart first' });
  return [];
}

const NOT_HIS: Text = { zh: '合并和拆开由登记、经办这件事的人或主管办理', en: 'Merging and taking apart are for those who register or work on this matter, and for those who oversee' };

const NO_RECALL: Readonly<Record<NoRecall, Text>> = {
  nothing: { zh: '没有可以撤回的办理：已有别人接着办理，或最后一步是登记', en: 'There is nothing to take back: somebody has acted since, or the last act was the registration' },
  other: { zh: '只有办理人本人可以撤回', en: 'Only whoever did it may take it back' },
  outside: { zh: '这一步已经带动了别的事项，不能撤回；请改用更正', en: 'This act has already set other matters going; it cannot be taken back, please correct it instead' },
  missed: { zh: '这一步起算的时限已经超时，撤回会把超时一并抹掉；请改用更正或退回', en: 'A limit that began with this act has been missed, and taking the act back would wipe that out; please correct or return instead' },
};
