import type { ApprovalRule, Guard, Kind, Policy, Source, Who } from '../../policy.ts';
import { OVERSEEING_LEVEL } from './overseers.ts';

/** Acts of ours that need the consent of somebody who oversees, who is not the applicant himself. */
const CONSENTED = [
  { act: 'waive', title: '免责', ours: '免责须经上级同意，单独统计' },
  { act: 'extend', title: '延期', ours: '延期须经上级同意' },
] as const;

const source = (ours: string): Source => ({ clause: [], ours, line: 0 });

/** Nobody waives without consent; a policy's own way of extending brings its own conditions. */
const consentedIn = (kind: Kind): readonly (typeof CONSENTED)[number][] => CONSENTED.filter(({ act }) => act === 'waive' || kind.acts[act]?.daily);

export function consentGuards(kind: Kind): readonly Guard[] {
  return consentedIn(kind).map(({ act, ours }) => ({
    id: `${kind.id}.${act}`, of: kind.id, acts: [act], when: null, source: source(ours),
    rows: [{ when: null, onlyIf: null, approval: `${kind.id}.${act}`, say: null, source: source(ours) }],
  }));
}

export function consentApprovals(kind: Kind, policy: Policy): readonly ApprovalRule[] {
  const [lowest] = Object.values(policy.positions).filter((each) => (each.level ?? 0) >= OVERSEEING_LEVEL).sort((a, b) => (a.level ?? 0) - (b.level ?? 0));
  const who: Who = lowest ? { is: 'name', name: lowest.id, of: null, atLeast: true } : { is: 'special', name: 'about' };
  return consentedIn(kind).map(({ act, title, ours }) => ({
    id: `${kind.id}.${act}`, title, of: kind.id, over: [], not: [{ is: 'special', name: 'applicant' }], steps: [{ who, gives: 'consent', due: null, source: source(ours) }], source: source(ours),
  }));
}
