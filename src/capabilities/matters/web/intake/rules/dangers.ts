import type { KindJson } from '#capabilities/policies/contract.ts';
import type { Answers } from '#ui/rules/index.ts';

export type DangerJson = KindJson['dangers'][number];

/** Whether somebody is in this danger by what is ticked or chosen. */
export function isSaid({ fact, value }: DangerJson, answers: Answers): boolean {
  const answer = answers[fact];
  return value === null ? answer === true : answer === value || (Array.isArray(answer) && answer.includes(value));
}

/** The answers with a danger ticked, or taken back. Another value of the same choice gives way to it. */
export function saying({ fact, value }: DangerJson, said: boolean, answers: Answers, many: boolean): Answers {
  if (value === null) return { ...answers, [fact]: said };
  if (!many) return { ...answers, [fact]: said ? value : undefined };
  const chosen: unknown[] = Array.isArray(answers[fact]) ? answers[fact].filter((each: unknown) => each !== value) : [];
  return { ...answers, [fact]: said ? [...chosen, value] : chosen };
}

/** The dangers that the policy's words propose for what was typed, and that are not ticked yet. Only a proposal: words may mean something else. */
export function proposedDangers(dangers: readonly DangerJson[], text: string, answers: Answers): readonly DangerJson[] {
  const typed = text.toLowerCase();
  return dangers.filter((each) => !isSaid(each, answers) && each.words.some((word) => typed.includes(word.toLowerCase())));
}

/** The kind whose dangers the words propose: the one that is written, else the first that knows such a danger. Nobody is asked again once a danger is said. */
export function alarmingKind(kind: KindJson, kinds: readonly KindJson[], text: string, answers: Answers): KindJson {
  if (kind.dangers.some((each) => isSaid(each, answers)) || proposedDangers(kind.dangers, text, answers).length > 0) return kind;
  return kinds.find((each) => proposedDangers(each.dangers, text, answers).length > 0) ?? kind;
}
