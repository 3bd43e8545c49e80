import type { BaseAct } from '../policy.ts';
import type { Text } from '../text.ts';

/** What the acts of ours are called where a policy gives no title. */
export const BASE_ACT_TITLES: Readonly<Record<BaseAct, Text>> = {
  receive: { zh: '登记', en: 'Register' }, open: { zh: '建立', en: 'Open' }, accept: { zh: '受理', en: 'Accept' }, classify: { zh: '定级分类', en: 'Classify' },
  forward: { zh: '转办', en: 'Forward' }, report: { zh: '上报', en: 'Report' }, inform: { zh: '告知', en: 'Inform' }, investigate: { zh: '调查', en: 'Investigate' },
  judge: { zh: '判定', en: 'Judge' }, propose: { zh: '提出处理方案', en: 'Propose' }, promise: { zh: '承诺', en: 'Promise' }, dispatch: { zh: '派工', en: 'Dispatch' },
  assign: { zh: '指派', en: 'Assign' }, arrive: { zh: '到达现场', en: 'Arrive' }, finish: { zh: '完工', en: 'Complete' }, sign: { zh: '签字', en: 'Sign' },
  reply: { zh: '答复', en: 'Reply' }, resolve: { zh: '办结', en: 'Resolve' }, revisit: { zh: '回访', en: 'Follow up' }, close: { zh: '结案', en: 'Close' },
  reopen: { zh: '重开', en: 'Reopen' }, record: { zh: '记录', en: 'Record' }, correct: { zh: '更正', en: 'Correct' }, waive: { zh: '免责', en: 'Waive' },
  withdraw: { zh: '撤诉', en: 'Withdraw' }, pause: { zh: '挂起', en: 'Suspend' }, resume: { zh: '恢复', en: 'Resume' }, return: { zh: '退回', en: 'Return' },
  chase: { zh: '催办', en: 'Chase' }, oversee: { zh: '督办', en: 'Oversee' }, instruct: { zh: '批示', en: 'Instruct' }, extend: { zh: '延期', en: 'Extend' },
  recall: { zh: '撤回', en: 'Recall' }, merge: { zh: '合并', en: 'Merge' }, unmerge: { zh: '拆开', en: 'Take apart' }, void: { zh: '误登作废', en: 'Void' },
  'record-fact': { zh: '如实记录', en: 'Record as it happened' },
};
