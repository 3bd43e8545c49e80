import { Command, InvalidArgumentError, type Option } from 'commander';
import type { Text } from '#engine';
import { verifyAudit, type AuditOptions } from './audit.ts';
import { backUp, type BackupOptions } from './backup.ts';
import { check, type CheckOptions } from './check.ts';
import { showCoverage, type CoverageOptions } from './coverage.ts';
import { showReplay, type ReplayCommand } from './replay.ts';
import { restore } from './restore.ts';
import { printSchema } from './schema.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

const HEADINGS: Readonly<Record<string, string>> = { 'Usage:': '用法：', 'Commands:': '命令：', 'Options:': '选项：', 'Arguments:': '参数：', 'Global Options:': '通用选项：' };

/** All commands. Each ends by telling `done` its exit code; what goes wrong is thrown. */
export function programFor(around: Surroundings, done: (code: ExitCode) => void): Command {
  const say = (zh: string, en: string): string => ({ zh, en } satisfies Text)[around.language];
  const program = new Command('aftercare').description(say('售后制度：检查、落实情况、重演；留痕核验；备份与恢复', 'after-sales policies: check, coverage, replay; verifying the audit trail; backup and restore'))
    .option('--lang <zh|en>', say('说明所用的语言', 'language of what is said'), oneOf('zh', 'en'))
    .helpOption('-h, --help', say('显示说明', 'show this')).helpCommand(false).exitOverride()
    .configureOutput({ writeOut: (text) => around.out(text.trimEnd()), writeErr: (text) => around.note(text), outputError: () => {} })
    .configureHelp({ styleTitle: (title) => say(HEADINGS[title] ?? title, title), styleUsage: (usage) => say(usage.replace('[options]', '[选项]').replace('[command]', '[命令]'), usage), optionDescription: described(say) })
    .addHelpText('afterAll', () => say(
      '\n退出码：0 正常；1 查出了问题；2 用法不对（没有这个选项、没有这个文件）\n在这里这样运行：npm run -s aftercare -- <命令和选项>',
      '\nexit codes: 0 good; 1 something was found; 2 used wrongly (no such option, no such file)\nrun it here as: npm run -s aftercare -- <command and options>'));
  addPolicyCommands(program.command('policy').helpCommand(false).description(say('制度', 'policies')), say, around, done);
  program.command('audit').helpCommand(false).description(say('留痕', 'the audit trail')).command('verify').description(say('核验留痕是否完整', 'verify that the audit trail is whole'))
    .option('--tenant <id>', say('只核验一家公司', 'one company only')).option('--json', say('给程序用', 'for machines'))
    .action(async (options: AuditOptions) => done(await verifyAudit(options, around)));
  program.command('backup').description(say('备份全部数据，可在运行中进行', 'back up everything, also while the product runs'))
    .argument(say('<文件夹>', '<folder>'), say('备份放在哪里；须是新的或空的文件夹', 'where to put it: a new or empty folder')).option('--json', say('给程序用', 'for machines'))
    .action(async (folder: string, options: BackupOptions) => done(await backUp(folder, options, around)));
  program.command('restore').description(say('把备份恢复到空的数据目录（AFTERCARE_DATA）和空的数据库', 'restore a backup into an empty data folder (AFTERCARE_DATA) and an empty database'))
    .argument(say('<文件夹>', '<folder>'), say('备份所在的文件夹', 'the folder of the backup')).option('--json', say('给程序用', 'for machines'))
    .action(async (folder: string, options: BackupOptions) => done(await restore(folder, options, around)));
  return program;
}

function addPolicyCommands(policy: Command, say: (zh: string, en: string) => string, around: Surroundings, done: (code: ExitCode) => void): void {
  const json = ['--json', say('给程序用', 'for machines')] as const;
  policy.command('check').description(say('检查制度：逐处写明文件、行、条款', 'check a policy: every problem with file, line and clause'))
    .argument(say('[文件夹或文件]', '[folder|file]'), say('制度的文件夹或 YAML 文件', 'folder or YAML file of the policy')).option(...json)
    .option('--clauses <file>', say('条款清单（制表符分隔，第一列为条款号）', 'list of clauses (tab-separated, ids first)'))
    .option('--schema', say('只输出 policy.yaml 的 JSON schema', 'only print the JSON schema of policy.yaml'))
    .action(async (given: string | undefined, options: CheckOptions) => done(await check(given, options, around)));
  policy.command('coverage').description(say('每一条款由哪条规则落实', 'which rule carries each clause'))
    .argument(say('<文件夹或文件>', '<folder|file>'), say('制度的文件夹', 'folder of the policy')).option(...json)
    .option('--strict', say('还有未落实的条款时以 1 结束', 'end with 1 while a clause is open'))
    .action(async (given: string, options: CoverageOptions) => done(await showCoverage(given, options, around)));
  policy.command('schema').description(say('policy.yaml 的 JSON schema', 'the JSON schema of policy.yaml')).action(() => done(printSchema(around)));
  policy.command('replay').description(say('把过去的事项按制度重演一遍', 'run a history through a policy'))
    .argument(say('<文件夹或文件>', '<folder|file>'), say('制度的文件夹或 YAML 文件', 'folder or YAML file of the policy'))
    .requiredOption('--history <file>', say('历史数据：xlsx、csv 或 ndjson', 'the history: xlsx, csv or ndjson'))
    .option('--columns <map>', say('各列的含义：id=编号,received=登记时间,replied=答复时间,forwarded.to=转给,事实=列', 'what the columns mean: id=…,received=…,replied=…,forwarded.to=…,fact=…'), collect)
    .option('--kind <id>', say('事项种类；默认由各列推断', 'kind of matter; by default what fits the columns'))
    .option('--as-of <time>', say('截至何时；默认为文件中最后的时间；只写日期表示当日 24:00', 'counted to when; by default the last time in the file; a day means its 24:00'))
    .option('--zone <name>', say('文件中时间的时区', 'zone of the times in the file'), 'Asia/Shanghai')
    .option('--assume <fact=value>', say('资料里没有的事实按此假设，可写多次', 'take a fact as known where the history is silent; may be repeated'), collect)
    .option('--sheet <name>', say('工作表名；默认第一个有内容的', 'name of the sheet; by default the first with anything in it')).option(...json)
    .option('--strict', say('有读不了的行，或有迟办、超时未办的，以 1 结束', 'end with 1 when a row could not be read, or something was late or never done'))
    .action(async (given: string, command: ReplayCommand) => done(await showReplay(given, command, around)));
}

/** What an option is for, and its value when nobody gives one. */
function described(say: (zh: string, en: string) => string): (option: Option) => string {
  return ({ description, defaultValue }) => (typeof defaultValue === 'string' ? `${description}${say(`（默认 ${defaultValue}）`, ` (default: ${defaultValue})`)}` : description);
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

function oneOf(...allowed: readonly string[]): (value: string) => string {
  return (value) => {
    if (!allowed.includes(value)) throw new InvalidArgumentError(allowed.join(' | '));
    return value;
  };
}
