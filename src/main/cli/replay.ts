import { resolve } from 'node:path';
import { cnDayTable, DAY, readPolicy, type FactValue, type Instant, type Policy } from '#engine';
import { own } from '#engine/conditions/index.ts';
import { columnsByName, isDayOnly, parseColumns, planColumns, readFact, readMoment, startReplay, titled, withTitles, wordsOf, type ColumnPlan, type NamedColumn, type ReplayReport } from '#engine/replay/index.ts';
import { columnNamed, HistoryUnreadable, openHistory, type OpenHistory } from '#capabilities/policies/history/index.ts';
import { readPolicyFiles } from './policy-files.ts';
import { inOurWords, problemLine } from './problems.ts';
import { Progress } from './progress.ts';
import { replayAsJson, replayAsText } from './replay-answer.ts';
import { Misuse, type ExitCode, type Surroundings } from './surroundings.ts';

export interface ReplayCommand {
  readonly history: string;
  readonly columns?: readonly string[];
  readonly json?: boolean;
  readonly asOf?: string;
  readonly zone: string;
  readonly kind?: string;
  readonly assume?: readonly string[];
  readonly sheet?: string;
  readonly strict?: boolean;
}

/**
 * `policy replay`: what would have been due, met, late and breached if a history had happened under a policy.
 * Late or unreadable rows are its answer, not a fault of it: 0. With `strict` they are a finding: 1.
 */
export async function showReplay(given: string, command: ReplayCommand, around: Surroundings): Promise<ExitCode> {
  const files = await readPolicyFiles(given, around);
  const { policy, problems } = readPolicy({ file: files.file, text: files.rules, ...(files.document === null ? {} : { documentText: files.document }) });
  if (!policy) { around.note(inOurWords(problems).map((each) => `${problemLine(each, around.language)}\n`).join('')); return 1; }
  const zone = zoneOf(command.zone);
  const asOf = command.asOf === undefined ? null : asOfOf(command.asOf, zone);
  const wanted = (command.columns ?? []).flatMap(columnsOf);
  requireOnce(wanted);
  // What cannot be meant is told before a large file is opened for nothing.
  if (wanted.length > 0) planOf(policy, wanted, command.kind);
  const report = await replayFile({ policy, command, wanted, zone, asOf }, around);
  around.out(command.json ? replayAsJson(report, zone, around.language) : replayAsText(policy, report, zone, around.language));
  if (report.rows === 0 || report.unreadable.length < report.rows) return command.strict && found(report) ? 1 : 0;
  around.note(around.language === 'zh' ? `${command.history}：${report.rows} 行全都读不了，没有可重演的；请核对 --columns\n` : `${command.history}: none of its ${report.rows} rows could be read, nothing was replayed; check --columns\n`);
  return 1;
}

function found({ unreadable, duties }: ReplayReport): boolean {
  return unreadable.length > 0 || duties.some(({ late, breached }) => late + breached > 0);
}

/** @throws Misuse when one meaning is given to two columns: nobody can say which one is meant. */
function requireOnce(wanted: readonly NamedColumn[]): void {
  const twice = wanted.find(({ name }, at) => wanted.findIndex((each) => each.name === name) !== at);
  if (twice) throw new Misuse({ zh: `--columns：${twice.name} 写了两次，只能对应一列`, en: `--columns: ${twice.name} stands there twice; it can be one column only` });
}

interface Asked { readonly policy: Policy; readonly command: ReplayCommand; readonly wanted: readonly NamedColumn[]; readonly zone: string; readonly asOf: Instant | null }

async function replayFile({ policy, command, wanted, zone, asOf }: Asked, around: Surroundings): Promise<ReplayReport> {
  const progress = new Progress(around);
  try {
    progress.opening();
    const history = await openHistory(resolve(around.folder, command.history), wanted.map((each) => each.column), command.sheet ?? null);
    const named = wanted.length > 0 ? present(wanted, history, command.history) : columnsByName(policy, history.columns, command.kind ?? null);
    const plan = planOf(policy, named, command.kind);
    const replay = startReplay({ policy, table: cnDayTable(), columns: plan, zone, asOf, assume: assumptions(policy, plan, command.assume ?? [], zone) });
    for await (const row of history.rows) { replay.add(row); progress.row(); }
    return replay.report();
  } catch (error) {
    throw error instanceof HistoryUnreadable ? new Misuse({ zh: `${command.history}：${error.text.zh}`, en: `${command.history}: ${error.text.en}` }) : error;
  } finally {
    progress.end();
  }
}

function columnsOf(text: string): readonly NamedColumn[] {
  const columns = parseColumns(text);
  if (!columns) throw new Misuse({ zh: `--columns 读不懂“${text}”，应写成 id=编号,received=登记时间,replied=答复时间`, en: `--columns: cannot read “${text}”; write id=<column>,received=<column>,replied=<column>` });
  return columns;
}

function planOf(policy: Policy, columns: readonly NamedColumn[], kind: string | undefined): ColumnPlan {
  const planned = planColumns(policy, columns, kind ?? null);
  if ('problem' in planned) throw new Misuse(planned.problem);
  const { acts, given } = planned.plan;
  requireOnce([...acts.map(({ act, column }) => ({ name: act, column })), ...given.map(({ act, name, column }) => ({ name: `${act}.${name}`, column }))]);
  return planned.plan;
}

/** Columns under the names the file has them by. @throws Misuse naming those it lacks and those it has. */
function present(wanted: readonly NamedColumn[], { columns }: OpenHistory, file: string): readonly NamedColumn[] {
  const missing = wanted.filter((each) => columnNamed(columns, each.column) === null).map((each) => each.column);
  if (missing.length > 0) throw new Misuse({ zh: `${file}：没有列 ${missing.map((each) => `“${each}”`).join('、')}；文件里的列是：${columns.join('、')}`, en: `${file}: there is no column ${missing.map((each) => `“${each}”`).join(', ')}; its columns are: ${columns.join(', ')}` });
  return wanted.map(({ name, column }) => ({ name, column: columnNamed(columns, column) ?? column }));
}

function zoneOf(zone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    throw new Misuse({ zh: `--zone：没有时区“${zone}”，例：Asia/Shanghai`, en: `--zone: there is no time zone “${zone}”; for example Asia/Shanghai` });
  }
}

/** A day means the whole of it: everything that had happened by its 24:00. */
function asOfOf(text: string, zone: string): Instant {
  const at = readMoment(text, zone);
  if (at === null) throw new Misuse({ zh: `--as-of 读不懂“${text}”，应写成 2026-03-02 或 2026-03-02T09:00:00+08:00`, en: `--as-of: cannot read “${text}”; write 2026-03-02 or 2026-03-02T09:00:00+08:00` });
  return isDayOnly(wordsOf(text)) ? at + DAY : at;
}

function assumptions(policy: Policy, plan: ColumnPlan, given: readonly string[], zone: string): Readonly<Record<string, FactValue>> {
  const facts = policy.kinds[plan.kind]?.facts ?? {};
  return Object.fromEntries(given.map((each) => {
    const cut = each.indexOf('=');
    const [name, value] = [each.slice(0, cut).trim(), each.slice(cut + 1)];
    const fact = cut > 0 ? own(facts, name) ?? titled(facts, name) : undefined;
    if (!fact) throw new Misuse({ zh: `--assume 读不懂“${each}”，应写成 事实=值，代号和名称都可以写；可用的事实：${withTitles(Object.values(facts), '、')}`, en: `--assume: cannot read “${each}”; write fact=value, by id or title; the facts are: ${withTitles(Object.values(facts), ', ')}` });
    const read = readFact(fact.type, value, zone);
    if ('wrong' in read) throw new Misuse({ zh: `--assume ${name}：${read.wrong.zh}`, en: `--assume ${name}: ${read.wrong.en}` });
    return [fact.id, read.value];
  }));
}
