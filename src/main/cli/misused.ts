import { CommanderError } from 'commander';
import type { Text } from '#engine';

/** What the reader of the command line found wrong, in our two languages; null = it only showed its help. */
export function misuseOf({ code, message }: CommanderError): Text | null {
  const named = /'([^']+)'/.exec(message)?.[1] ?? '';
  const en = message.replace(/^error: /, '').replace(/\n/g, ' ');
  switch (code) {
    case 'commander.helpDisplayed': case 'commander.version': return null;
    case 'commander.help': return { zh: '请写明要做什么，可用的命令见上', en: 'say what to do; the commands stand above' };
    case 'commander.unknownOption': return { zh: `不认识的选项 ${named}，可用 --help 查看`, en };
    case 'commander.unknownCommand': return { zh: `不认识的命令 ${named}，可用 --help 查看`, en };
    case 'commander.missingArgument': return { zh: `缺少参数“${named}”，可用 --help 查看`, en };
    case 'commander.optionMissingArgument': return { zh: `选项 ${named} 缺少值`, en };
    case 'commander.missingMandatoryOptionValue': return { zh: `缺少选项 ${named}`, en };
    case 'commander.invalidArgument': return notAmong(message);
    case 'commander.excessArguments': return { zh: '参数太多，可用 --help 查看', en };
    default: return { zh: `选项或参数不对 ${named}，可用 --help 查看`, en };
  }
}

/** `--lang` and its like: what may stand there, as the option itself says it. */
function notAmong(message: string): Text {
  const [, option = '', said = '', allowed = ''] = /'(--[\w-]+)[^']*' argument '([^']*)' is invalid\. (.*)/.exec(message) ?? [];
  return { zh: `${option} 只能是 ${allowed.replaceAll(' | ', ' 或 ')}，不能是 ${said}`, en: `${option} may be ${allowed.replaceAll(' | ', ' or ')}, not ${said}` };
}
