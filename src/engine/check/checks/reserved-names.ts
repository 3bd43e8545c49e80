import { APPROVE } from '../../decide/index.ts';
import { error, type Check } from '../finding.ts';

/** Steps of approvals are owed under a name of ours; a duty of the same name would be taken for them. */
export const reservedNames: Check = function* (policy) {
  const duty = policy.duties[APPROVE];
  if (duty) yield error(duty.source, `duties.${APPROVE}`, `时限不能叫“${APPROVE}”：系统用这个名字记审批，请换一个名字`, `a duty cannot be called “${APPROVE}”: that name stands for the steps of approvals; choose another`);
};
