import type { Act, ApprovalRule, BaseAct, DailyRight, DueRule, Duty, Guard, Kind, Policy, Source, Who } from '../policy.ts';

/**
 * The acts of daily life that no policy writes down and every desk needs: chase 催办, oversee 督办, instruct 批示, suspend 挂起,
 * correct 更正, void 误登作废, waive 免责, transfer 移交. They are added to each kind as acts of ours, so that one engine runs
 * them and the policy's own; a policy that defines an act of the same name keeps its own.
 */
export function withDailyActs(policy: Policy): Policy {
  const kinds = Object.fromEntries(Object.values(policy.kinds).map((kind) => [kind.id, { ...kind, acts: { ...dailyActs(), ...kind.acts } }]));
  const each = Object.values(kinds);
  return {
    ...policy, kinds,
    duties: { ...policy.duties, ...keyed(each.flatMap((kind) => dailyDuties(kind, policy))) },
    guards: { ...policy.guards, ...keyed(each.map(waiveGuard)) },
    approvals: { ...policy.approvals, ...keyed(each.map((kind) => waiveApproval(kind, policy))) },
  };
}

/** From this level on a position oversees others: may waive, void, instruct, and record late. */
export const OVERSEEING_LEVEL = 30;

const DAILY: readonly { id: string; title: string; is: BaseAct; right: DailyRight }[] = [
  { id: 'note', title: '记沟通', is: 'record', right: 'work' },
  { id: 'chase', title: '催办', is: 'chase', right: 'work' },
  { id: 'oversee', title: '督办', is: 'oversee', right: 'oversee' },
  { id: 'answer-oversight', title: '回复督办', is: 'record', right: 'work' },
  { id: 'release', title: '解除督办', is: 'record', right: 'oversee' },
  { id: 'instruct', title: '批示', is: 'instruct', right: 'oversee' },
  { id: 'suspend', title: '挂起', is: 'pause', right: 'work' },
  { id: 'resume', title: '恢复', is: 'resume', right: 'work' },
  { id: 'correct', title: '更正', is: 'correct', right: 'work' },
  { id: 'transfer-work', title: '移交', is: 'assign', right: 'oversee' },
  { id: 'waive', title: '免责', is: 'waive', right: 'oversee' },
  { id: 'void', title: '误登作废', is: 'void', right: 'oversee' },
];

const source = (ours: string): Source => ({ clause: [], ours, line: 0 });
const OURS = source('an act of daily life that every kind has');

function dailyActs(): Record<string, Act> {
  return Object.fromEntries(DAILY.map(({ id, title, is, right }) => [id, {
    id, title, is, daily: right, from: null, to: null, may: [], asks: [], outcomes: [], source: OURS,
  } satisfies Act]));
}

const keyed = <T extends { readonly id: string }>(list: readonly T[]): Record<string, T> => Object.fromEntries(list.map((each) => [each.id, each]));
const name = (of: string): Who => ({ is: 'name', name: of, of: null, atLeast: false });

/** `until` if it was given, else what the dictionary says for 及时, else one day. */
function untilOr(policy: Policy): DueRule {
  const soon = policy.words['及时'];
  return {
    text: 'at it.until', firstKnown: [
      { is: 'at', fact: 'until', ofIt: true, shift: null },
      { is: 'after', duration: soon?.due ?? { amount: 1, unit: 'days', calendar: null }, word: soon ? '及时' : null },
    ],
  };
}

/** Every pause opens a duty to look again; what is overseen is answered for until it is released. */
function dailyDuties(kind: Kind, policy: Policy): readonly Duty[] {
  const answers = kind.roles['handler'] ? 'handler' : Object.keys(kind.roles)[0];
  const pauses = Object.values(kind.acts).filter((act) => act.is === 'pause').map((act) => act.id);
  const duty = (id: string, title: string, after: readonly string[], act: string, who: Who, until: string | null, ours: string): Duty => ({
    id: `${kind.id}.${id}`, title, of: kind.id, after, when: null, every: null, until, ladder: [], pause: [], source: source(ours),
    rows: [{ when: null, who, do: act, metWhen: null, witness: null, due: untilOr(policy), sample: null, source: source(ours) }],
  });
  return [
    duty('look-again', '恢复或再议', pauses, 'resume', { is: 'it', field: 'actor' }, null, 'every pause opens a duty to look again'),
    duty('overseen', '回复督办', ['oversee'], 'answer-oversight', answers ? name(answers) : { is: 'it', field: 'actor' }, 'release', 'what is overseen is answered for'),
  ];
}

function waiveGuard(kind: Kind): Guard {
  const ours = source('waiving is an act under approval, counted apart');
  return { id: `${kind.id}.waive`, of: kind.id, acts: ['waive'], when: null, source: ours, rows: [{ when: null, onlyIf: null, approval: `${kind.id}.waive`, say: null, source: ours }] };
}

function waiveApproval(kind: Kind, policy: Policy): ApprovalRule {
  const overseers = Object.values(policy.positions).filter((each) => (each.level ?? 0) >= OVERSEEING_LEVEL).sort((a, b) => (a.level ?? 0) - (b.level ?? 0));
  const lowest = overseers[0];
  const ours = source('waiving is an act under approval, counted apart');
  const who: Who = lowest ? { is: 'name', name: lowest.id, of: null, atLeast: true } : { is: 'special', name: 'about' };
  return { id: `${kind.id}.waive`, title: '免责', of: kind.id, over: [], not: [{ is: 'special', name: 'applicant' }], steps: [{ who, gives: 'consent', due: null, source: ours }], source: ours };
}
