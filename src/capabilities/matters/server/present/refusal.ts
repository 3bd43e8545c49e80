import { holdersOf, isAbsent, stepsTowards, substituteOf, titleOfAct, titleOfBearer, titleOfFact, titleOfStage, type Bearer, type Issue, type Language, type MatterState, type Need, type Refusal, type World } from '#engine';
import { wrong, type Failure } from '#platform/operations/index.ts';
import type { PolicyDocument } from '#engine/coverage/index.ts';
import type { RefusalJson } from '../../contract.ts';
import type { Names } from './obligation.ts';

/** A refusal in the reader's language, with the words of its clauses and what would make the act possible. */
export function refusalJson(world: World, document: PolicyDocument, kindId: string, refusal: Refusal, language: Language, names: Names = () => undefined, matter: Pick<MatterState, 'id' | 'stage'> = NONE): RefusalJson {
  const kind = world.policy.kinds[kindId];
  return {
    clause: [...refusal.clause], clauseText: refusal.clause.map((id) => document.clauses.find((clause) => clause.id === id)?.text ?? ''), rule: refusal.rule, kind: refusal.kind,
    text: refusal.text[language], needs: refusal.needs.map((need) => ({ ...need, title: needTitle(world, kindId, need, language), by: kind ? [...stepsTowards(kind, matter, need)] : [] })),
    who: peopleOf(world, refusal.who, names), people: presenceOf(world, refusal.who, names, matter.id), say: refusal.say, conditional: refusal.conditional,
  };
}

/** A matter that is only about to be received stands at no stage. */
const NONE: Pick<MatterState, 'id' | 'stage'> = { id: '', stage: '' };

/** The people meant, each once, with whether they are here today and who stands in for them. */
function presenceOf(world: World, bearers: readonly Bearer[], names: Names, matter: string): RefusalJson['people'] {
  const people = new Set(bearers.filter((bearer) => bearer.person !== undefined || bearer.position !== undefined).flatMap((bearer) => (bearer.person ? [bearer.person] : holdersOf(bearer, world.directory))));
  return [...people].flatMap((person) => {
    const name = names(person);
    if (name === undefined) return [];
    const away = (world.directory.absences ?? []).some((each) => each.person === person && isAbsent(each, world.now));
    const by = substituteOf(world, person, matter);
    return [{ name, away, standIn: by === null ? null : (names(by) ?? null) }];
  });
}

/** Names of the people meant, each once; a position nobody holds, or a unit, by its title. */
export function peopleOf(world: World, bearers: readonly Bearer[], names: Names): string[] {
  return [...new Set(bearers.filter((bearer) => Object.keys(bearer).length > 0).flatMap((bearer) => {
    if (bearer.unit && !bearer.position && !bearer.person) return [titleOfBearer(world.policy, bearer, names)];
    const known = (bearer.person ? [bearer.person] : holdersOf(bearer, world.directory)).flatMap((person) => names(person) ?? []);
    return known.length ? known : [titleOfBearer(world.policy, bearer, names)];
  }))];
}

function needTitle(world: World, kindId: string, need: Need, language: Language): string {
  const kind = world.policy.kinds[kindId];
  switch (need.is) {
    case 'approval': return world.policy.approvals[need.approval]?.title ?? need.approval;
    case 'act': return titleOfAct(kind, need.act, language);
    case 'fact': return titleOfFact(kind, need.fact);
    case 'position': return need.who;
    case 'stage': return need.stages.map((stage) => titleOfStage(kind, stage)).join('、');
    case 'right': return RIGHTS[need.right]?.[language] ?? need.right;
    case 'reason': return language === 'zh' ? '原因' : 'a reason';
  }
}

const RIGHTS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  work: { zh: '办理权限', en: 'the right to work on matters' }, oversee: { zh: '主管以上', en: 'somebody who oversees' }, 'record-late': { zh: '补录权限', en: 'the right to record late' },
};

/** What stands beside the facts or fields in a body, not among them. */
const BESIDE: readonly string[] = ['act', 'kind', 'unit', 'occurredAt'];

/** Facts or fields that are wrong in themselves: 422 with each place. @param within - where they were sent. */
export function wrongFacts(issues: readonly Issue[], within: readonly string[]): Failure {
  return wrong(issues.map((issue) => ({ path: ['body', ...(BESIDE.includes(issue.path) ? [] : within), issue.path], message: issue.message })));
}
