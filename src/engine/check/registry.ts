import type { Check } from './finding.ts';
import { aboutPaths } from './checks/about-paths.ts';
import { actsMay } from './checks/acts-may.ts';
import { bearers } from './checks/bearers.ts';
import { clausesCarried } from './checks/clauses-carried.ts';
import { clausesExist } from './checks/clauses-exist.ts';
import { cycles } from './checks/cycles.ts';
import { danger } from './checks/danger.ts';
import { dueTimes } from './checks/due-times.ts';
import { effects } from './checks/effects.ts';
import { factsKnown } from './checks/facts-known.ts';
import { forwardBeforeResolve } from './checks/forward-before-resolve.ts';
import { kindNames } from './checks/kind-names.ts';
import { measures } from './checks/measures.ts';
import { mustAndMay } from './checks/must-and-may.ts';
import { positionsHeld } from './checks/positions-held.ts';
import { registersJoined } from './checks/registers-joined.ts';
import { reservedNames } from './checks/reserved-names.ts';
import { ruleNames } from './checks/rule-names.ts';
import { sources } from './checks/sources.ts';
import { stages } from './checks/stages.ts';
import { twoAnswers } from './checks/two-answers.ts';
import { vagueWords } from './checks/vague-words.ts';
import { valuesWithoutLimit } from './checks/values-without-limit.ts';
import { weights } from './checks/weights.ts';

/** All checks, each under the name of its file. A new check is a new file and a line here; a test compares the two. */
export const checks: Readonly<Record<string, Check>> = {
  'about-paths': aboutPaths,
  'acts-may': actsMay,
  bearers,
  'clauses-carried': clausesCarried,
  'clauses-exist': clausesExist,
  cycles,
  danger,
  'due-times': dueTimes,
  effects,
  'facts-known': factsKnown,
  'forward-before-resolve': forwardBeforeResolve,
  'kind-names': kindNames,
  measures,
  'must-and-may': mustAndMay,
  'positions-held': positionsHeld,
  'registers-joined': registersJoined,
  'reserved-names': reservedNames,
  'rule-names': ruleNames,
  sources,
  stages,
  'two-answers': twoAnswers,
  'vague-words': vagueWords,
  'values-without-limit': valuesWithoutLimit,
  weights,
};
