import { formatInstant, titleOfBearer, titleOfStage, type Bearer, type Kind, type MatterState, type Policy } from '#engine';
import type { MatterRow } from '../contract.ts';
import { perilOf } from '../rules/pressing.ts';
import type { Surroundings } from './gather.ts';

/** What a line of a list reads of a matter. */
export interface MatterColumns {
  readonly id: string; readonly number: string; readonly kind: string; readonly subject: string; readonly customer_name: string; readonly severity: string | null; readonly stage: string;
  readonly channel: string; readonly received_at: number; readonly first_due_at: number | null; readonly policy: string; readonly policy_version: string; readonly ended: boolean;
  readonly roles?: Readonly<Record<string, Bearer>> | null; readonly place?: string | null;
  /** What says whether it is grave whatever its severity; absent where a list does not show it. */
  readonly facts?: MatterState['facts']; readonly urgent?: boolean;
  /** Of the content, where the reader may not see the place that a subject begins with. */
  readonly beginning?: string;
}

export function matterRow(around: Surroundings, row: MatterColumns): MatterRow {
  // Of the version it began with: its words stay though the policy is withdrawn or has another version since.
  const { policy } = around.policies.version(row.policy_version);
  const kind = policy.kinds[row.kind];
  const { zone } = policy;
  return {
    id: row.id, number: row.number, kind: row.kind, kindTitle: kind?.title ?? row.kind, subject: row.subject, customerName: row.customer_name, severity: row.severity,
    severityTitle: severityTitle(kind, row.severity), peril: perilOf(policy, { kind: row.kind, facts: row.facts ?? {}, urgent: row.urgent ?? false }), stage: row.stage, stageTitle: titleOfStage(kind, row.stage), channel: row.channel,
    receivedAt: formatInstant(row.received_at, zone), firstDueAt: row.first_due_at === null ? null : formatInstant(row.first_due_at, zone), policy: row.policy, ended: row.ended || row.stage === kind?.stages.at(-1),
    place: row.place ?? '', ...borne(policy, kind, row, (person) => around.company.names.get(person)),
  };
}

/** Who works on it now, and who took it up first and answers for it to the end; empty where nobody does yet. */
function borne(policy: Policy, kind: Kind | undefined, { roles }: MatterColumns, names: (person: string) => string | undefined): Pick<MatterRow, 'handler' | 'firstReceiver'> {
  const held = Object.entries(roles ?? {});
  const setBy = (id: string): string => kind?.roles[id]?.setBy ?? '';
  const opening = (id: string): boolean => setBy(id) === 'receive' || setBy(id) === 'open';
  const title = (found: readonly [string, Bearer] | undefined): string => (found ? titleOfBearer(policy, found[1], names) : '');
  return { handler: title(held.find(([id]) => !opening(id))), firstReceiver: title(held.find(([id]) => opening(id))) };
}

export function severityTitle(kind: Parameters<typeof titleOfStage>[0], severity: string | null): string | null {
  const type = kind?.facts['severity']?.type;
  return severity === null ? null : type?.is === 'one' ? (type.values.find((value) => value.id === severity)?.title ?? severity) : severity;
}
