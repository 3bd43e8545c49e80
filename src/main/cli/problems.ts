import type { Language, Problem } from '#engine';

/** One problem in one line: `policies/retail/policy.yaml:12 C4-10-a message`. */
export function problemLine({ severity, file, line, clause, message }: Problem, language: Language): string {
  const mild = severity === 'error' ? '' : language === 'zh' ? '（提醒）' : ' (warning)';
  return `${file}:${line} ${clause ?? '-'} ${message[language]}${mild}`;
}

/** Counts of errors and warnings, in words. */
export function summaryOf(problems: readonly Problem[], language: Language): string {
  const errors = problems.filter((each) => each.severity === 'error').length;
  const warnings = problems.length - errors;
  if (problems.length === 0) return language === 'zh' ? '没有发现问题' : 'no problems found';
  return language === 'zh' ? `${errors} 处错误，${warnings} 处提醒` : `${errors} errors, ${warnings} warnings`;
}
