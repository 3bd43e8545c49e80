import type { Language, Problem, Text } from '#engine';

/** One problem in one line: `policies/retail/policy.yaml:12 C4-10-a message`. */
export function problemLine({ severity, file, line, clause, message }: Problem, language: Language): string {
  const mild = severity === 'error' ? '' : language === 'zh' ? '（提醒）' : ' (warning)';
  return `${file}:${line} ${clause ?? '-'} ${message[language]}${mild}`;
}

const TOO_DEEP: Text = { zh: '嵌套太深，从这里起读不了；请检查括号和缩进', en: 'nested too deeply: it cannot be read from here on; check the brackets and the indentation' };

/** What the reader of YAML says of a file nested too deeply, in our words; whatever else it says of such a file only follows from that. */
export function inOurWords(problems: readonly Problem[]): readonly Problem[] {
  const deep = problems.find(({ message }) => message.en.includes('call stack'));
  return deep ? [{ ...deep, message: TOO_DEEP }] : problems;
}

/** Counts of errors and warnings, in words. */
export function summaryOf(problems: readonly Problem[], language: Language): string {
  const errors = problems.filter((each) => each.severity === 'error').length;
  const warnings = problems.length - errors;
  if (problems.length === 0) return language === 'zh' ? '没有发现问题' : 'no problems found';
  return language === 'zh' ? `${errors} 处错误，${warnings} 处提醒` : `${errors} errors, ${warnings} warnings`;
}
