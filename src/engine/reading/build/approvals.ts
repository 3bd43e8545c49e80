import type { ApprovalRule } from '../../policy.ts';
import { listOf, type Reader } from '../reader.ts';
import { each } from './frame.ts';
import { actTitle } from './titles.ts';

export function buildApprovals(reader: Reader): Record<string, ApprovalRule> {
  return each(reader.raw.approvals, (id, raw) => {
    const path = ['approvals', id];
    return {
      id, title: raw.title ?? approvalTitle(reader, id), of: raw.of, over: listOf(raw.over), not: reader.people(raw.not, [...path, 'not']),
      steps: raw.steps.flatMap((step, index) => {
        const place = [...path, 'steps', index];
        const who = reader.who(step.who, [...place, 'who']);
        return who ? [{ who, gives: step.gives, due: reader.due(step.due, [...place, 'due']), source: reader.source(step, place) }] : [];
      }),
      source: reader.source(raw, path),
    };
  });
}

/** An approval is called after the act that needs it. */
function approvalTitle(reader: Reader, id: string): string {
  const guard = Object.values(reader.raw.guards ?? {}).find((rule) => [rule, ...(rule.rows ?? [])].some((row) => row.approval === id));
  return guard ? `${actTitle(reader.raw, guard.of, listOf(guard.act)[0] ?? id)}审批` : id;
}
