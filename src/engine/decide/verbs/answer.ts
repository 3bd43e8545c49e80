import type { MatterState } from '../../matter.ts';
import type { Text } from '../../text.ts';
import { CALL_AGAIN } from '../daily/index.ts';
import { isOwing } from '../obligations/index.ts';

const NOBODY_OVERSEES = { to: 'answer-oversight', text: { zh: '这件事现在没有督办', en: 'Nobody oversees this matter now' } };
/** Acts that answer something, by the act that is owed for it. */
const ANSWERS: Readonly<Record<string, { readonly to: string; readonly text: Text } | undefined>> = {
  [CALL_AGAIN]: { to: CALL_AGAIN, text: { zh: '没有约好要再打的电话', en: 'No call was agreed' } },
  'answer-oversight': NOBODY_OVERSEES,
  'answer-instruction': { to: 'answer-instruction', text: { zh: '现在没有要回复的批示', en: 'No instruction waits for an answer' } },
  release: NOBODY_OVERSEES,
};

/** What an act has nothing to answer for: it answers something, and nothing is owed. Null for any other act. */
export function nothingToAnswer(act: string, { obligations }: Pick<MatterState, 'obligations'>): Text | null {
  const answers = ANSWERS[act];
  return answers && !obligations.some((each) => isOwing(each) && each.act === answers.to) ? answers.text : null;
}
