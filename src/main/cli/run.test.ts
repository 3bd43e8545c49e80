import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPolicy, type Language } from '#engine';
import { languageOf, runCommand, type Surroundings } from './index.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const REAL = resolve(ROOT, '../shared/data/real-complaints.xlsx');
const MAP = 'id=留言编号,received=留言时间,subject=留言主题,content=留言详情,replied=答复时间';

interface Ran { readonly code: number; readonly out: string; readonly note: string }

async function run(args: readonly string[], { language = 'zh', watched = false, folder = ROOT }: { language?: Language; watched?: boolean; folder?: string } = {}): Promise<Ran> {
  let [out, note] = ['', ''];
  const around: Surroundings = { language, folder, watched, out: (text) => { out += `${text}\n`; }, note: (text) => { note += text; } };
  return { code: await runCommand(args, around), out, note };
}

interface Answer {
  readonly policy: string; readonly version: string; readonly rows: number; readonly asOf: string; readonly notes: readonly string[];
  readonly unreadable: readonly { readonly row: number; readonly reason: string }[];
  readonly duties: readonly Readonly<Record<'duty' | 'clause', string> & Record<'applies' | 'notApplicable' | 'open' | 'due' | 'met' | 'late' | 'breached' | 'assumed', number> & { medianHours: number | null; p90Hours: number | null; worst: readonly { id: string; hours: number }[] }>[];
}
const answerOf = (ran: Ran): Answer => JSON.parse(ran.out) as Answer;

let folder = '';
/** The dirt of real exports: tabs, text dates, date cells, full width, a reply before its receipt, no reply, a repeated id, no date. */
let dirty = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'));
  dirty = join(folder, 'dirty.xlsx');
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('留言');
  sheet.addRow(['留言编号', '留言主题', '留言时间', '留言详情', '答复时间']);
  sheet.addRow([1, '停车费', '2019/4/25 9:32:09', '\n\t\t\t\t\n\t\t停车费太贵\n\t', '2019/4/25 15:32:09']);
  sheet.addRow([2, '噪音', new Date(Date.UTC(2019, 3, 25, 9, 0)), '太吵', new Date(Date.UTC(2019, 4, 3, 0, 0))]);
  sheet.addRow([3, '漏水', '２０１９／４／２５　９：００', '漏', '2019年5月3日 0时1分']);
  sheet.addRow([4, '电梯', '2019/4/25 9:00:00', '坏', '2019/4/24 9:00:00']);
  sheet.addRow([5, '路灯', '2019-4-25 9:00', '暗', '']);
  sheet.addRow([5, '路灯', '2019-5-20 9:00', '暗', '']);
  sheet.addRow(['', '无日期', '待定', '', '']);
  await book.xlsx.writeFile(dirty);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('policy replay', () => {
  const replay = (...args: readonly string[]): Promise<Ran> => run(['policy', 'replay', 'policies/retail', '--history', dirty, '--columns', MAP, ...args]);

  it('prints the contract for machines, by hand-computed figures', async () => {
    const ran = await replay('--json');
    const answer = answerOf(ran);
    expect([ran.code, ran.note]).toEqual([0, '']);
    expect(answer).toMatchObject({ policy: 'retail', rows: 7, asOf: '2019-05-20T09:00:00+08:00' });
    expect(answer.version).toMatch(/^[0-9a-f]{64}$/);
    expect(answer.unreadable).toEqual([
      { row: 5, reason: '“答复时间”（2019/4/24 9:00:00）早于“留言时间”（2019/4/25 9:00:00）' },
      { row: 8, reason: '“留言时间”：“待定”读不出是什么时间，请写成 2026-03-02 或 2026-03-02 09:00' },
    ]);
    expect(answer.duties.find((each) => each.duty === 'reply')).toEqual({
      duty: 'reply', clause: 'C4-10-b', applies: 5, notApplicable: 0, open: 1, due: 4, met: 2, late: 1, breached: 1, assumed: 0,
      medianHours: 183, p90Hours: 183.02, worst: [{ id: '5', hours: 600 }, { id: '3', hours: 183.02 }, { id: '2', hours: 183 }, { id: '1', hours: 6 }],
    });
    expect(answer.duties.find((each) => each.duty === 'same-day')).toMatchObject({ applies: 0, notApplicable: 5, medianHours: null, worst: [] });
  });

  it('ends with 0 whatever it tells, and with --strict with 1 when a row could not be read or something was late or never done', async () => {
    const history = async (name: string, ...rows: readonly string[]): Promise<readonly string[]> => {
      await writeFile(join(folder, name), ['id,received,replied', ...rows].join('\n'));
      return ['policy', 'replay', 'policies/retail', '--history', join(folder, name), '--columns', 'id=id,received=received,replied=replied'];
    };
    const [good, late, unreadable] = [await history('good.csv', '1,2019-04-25 9:00,2019-04-25 15:00'), await history('late.csv', '1,2019-04-25 9:00,2019-05-25 15:00'), await history('half.csv', '1,2019-04-25 9:00,2019-04-25 15:00', '2,rubbish,')];
    const codes = (...more: readonly string[]): Promise<readonly number[]> => Promise.all([good, late, unreadable].map(async (args) => (await run([...args, ...more])).code));
    expect([await codes(), await codes('--strict')]).toEqual([[0, 0, 0], [0, 1, 1]]);
  });

  it('takes assumptions, another instant and another zone', async () => {
    const titled = readPolicy({ file: 'policy.yaml', text: await readFile(join(ROOT, 'policies/retail/policy.yaml'), 'utf8') }).draft?.kinds['complaint']?.facts['answerable_at_once']?.title ?? '';
    expect((await replay('--json', '--assume', `${titled}=是`)).out).toBe((await replay('--json', '--assume', 'answerable_at_once=是')).out);
    const answer = answerOf(await replay('--json', '--assume', 'answerable_at_once=是', '--as-of', '2019-04-30', '--zone', 'Asia/Shanghai', '--kind', 'complaint'));
    expect(answer.asOf).toBe('2019-05-01T00:00:00+08:00');
    expect(answer.duties.find((each) => each.duty === 'same-day')).toMatchObject({ applies: 4, notApplicable: 1, met: 1, late: 0, breached: 3, assumed: 4 });
    expect(answer.duties.find((each) => each.duty === 'reply')).toMatchObject({ applies: 4, open: 3, due: 1, met: 1, assumed: 0 });
  });

  it('prints a table for people, in either language, with the rows it could not read', async () => {
    const chinese = (await replay()).out;
    expect(chinese).toContain('一周内答复  C4-10-b');
    expect(chinese).toContain('  第 8 行：“留言时间”：“待定”读不出是什么时间，请写成 2026-03-02 或 2026-03-02 09:00');
    expect(chinese).not.toMatch(/义务|违规|异常|非法|undefined|NaN/);
    const english = (await run(['policy', 'replay', 'policies/retail', '--history', dirty, '--columns', MAP, '--lang', 'en'], { language: 'en' })).out;
    expect(english).toContain('  row 5: “答复时间” (2019/4/24 9:00:00) lies before “留言时间” (2019/4/25 9:00:00)');
  });

  it('shows how far it is on a terminal only, and clears the line behind it', async () => {
    const watched = await run(['policy', 'replay', 'policies/retail', '--history', dirty, '--columns', MAP], { watched: true });
    expect(watched.note.startsWith('\r\u001b[K正在打开…')).toBe(true);
    expect(watched.note.endsWith('\r\u001b[K')).toBe(true);
    expect((await replay()).note).toBe('');
  });

  it('says of a missing column where, why, and which there are', async () => {
    const ran = await run(['policy', 'replay', 'policies/retail', '--history', dirty, '--columns', 'received=来电时间']);
    expect(ran).toEqual({ code: 2, out: '', note: `${dirty}：没有列 “来电时间”；文件里的列是：留言编号、留言主题、留言时间、留言详情、答复时间\n` });
  });

  it.each([
    [['--columns', 'received=留言时间,answered=答复时间'], '“answered”既不是'],
    [['--columns', '留言时间'], '--columns 读不懂“留言时间”'],
    [['--columns', MAP, '--zone', 'Mars/Olympus'], '--zone：没有时区“Mars/Olympus”'],
    [['--columns', MAP, '--as-of', '明天'], '--as-of 读不懂“明天”'],
    [['--columns', MAP, '--assume', 'weather=good'], '--assume 读不懂“weather=good”'],
    [['--columns', MAP, '--assume', '__proto__=1'], '--assume 读不懂“__proto__=1”'],
    [['--columns', `${MAP},constructor=留言编号`], '“constructor”既不是'],
    [['--columns', MAP, '--assume', 'about=价格'], '--assume about：“价格”应为其中之一'],
    [['--columns', MAP, '--kind', 'opinion'], '制度里没有可以登记的种类“opinion”'],
    [['--columns', MAP, '--sheet', '二月'], '没有名为“二月”的工作表'],
    [['--columns', MAP, '--assume', 'weather=good'], 'answerable_at_once（'],
    [['--columns', 'received=留言时间,answered=答复时间'], 'reply（'],
  ])('ends with 2 and one line for %j', async (args, said) => {
    const ran = await run(['policy', 'replay', 'policies/retail', '--history', dirty, ...args]);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.note).toContain(said);
    expect(ran.note.trim().split('\n')).toHaveLength(1);
  });

  it('replays any policy on any file: a property manager, lines of JSON, names that need no map', async () => {
    const file = join(folder, 'lines.ndjson');
    await writeFile(file, [
      { id: 'x', received: '2026-03-02T09:00:00+08:00', 'forwarded': '2026-03-02T09:09:00+08:00', severity: 'major' },
      { id: 'y', received: '2026-03-02T09:00:00+08:00', 'forwarded': '2026-03-02T09:25:00+08:00', severity: '一般投诉' },
    ].map((each) => JSON.stringify(each)).join('\n'));
    const answer = answerOf(await run(['policy', 'replay', 'policies/property-management', '--history', file, '--json']));
    expect(answer.duties.find((each) => each.duty === 'forward')).toMatchObject({ applies: 2, due: 2, met: 1, late: 1, worst: [{ id: 'y', hours: 0.42 }, { id: 'x', hours: 0.15 }] });
  });

  it.runIf(existsSync(REAL))('reads every row of the real messages and keeps the sums', async () => {
    const answer = answerOf(await run(['policy', 'replay', 'policies/retail', '--history', REAL, '--columns', MAP, '--json']));
    expect(answer.rows).toBe(1408);
    for (const duty of answer.duties) {
      expect(duty.applies).toBe(duty.due + duty.open);
      expect(duty.due).toBe(duty.met + duty.late + duty.breached);
    }
    expect(answer.duties.find((each) => each.duty === 'reply')).toMatchObject({ applies: 1408 - answer.unreadable.length, met: 531, late: 877, medianHours: 282.54, p90Hours: 988.75 });
  });
});

describe('policy check', () => {
  it('ends with 0 for a policy without errors and tells machines so', async () => {
    const ran = await run(['policy', 'check', 'policies/retail', '--json']);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ ok: true, policies: [{ policy: 'retail' }] });
  });

  it('ends with 1 for an error, told by file, line and clause', async () => {
    await writeFile(join(folder, 'bad.yaml'), 'aftercare: 1\npolicy: bad\ntitle: 有错\nzone: Asia/Shanghai\nkinds:\n  complaint: { title: 投诉, clause: B-1, stages: [in], colour: red, acts: {} }\n');
    const ran = await run(['policy', 'check', 'bad.yaml'], { folder });
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/^bad\.yaml:6 B-1 不认识的键“colour”/);
  });

  it('checks each policy of a file and holds it against a list of clauses', async () => {
    const example = await run(['policy', 'check', 'test/engine/worked-example.yaml', '--json']);
    expect((JSON.parse(example.out) as { policies: unknown[] }).policies.length).toBeGreaterThan(1);
    await writeFile(join(folder, 'clauses.tsv'), 'id\ttext\nC4-1\t一\nC4-99\t没有人管\nZ-1\t别家的\n');
    const listed = await run(['policy', 'check', 'policies/retail', '--clauses', join(folder, 'clauses.tsv')]);
    expect(listed.out).toContain('C4-99');
    expect(listed.out).not.toContain('Z-1');
  });

  it('ends with 2 when there is nothing to check', async () => {
    expect(await run(['policy', 'check', 'nowhere'])).toEqual({ code: 2, out: '', note: 'nowhere：没有这个文件或文件夹\n' });
    expect(await run(['policy', 'check'])).toMatchObject({ code: 2 });
  });
});

describe('policy coverage and schema', () => {
  it('says of every clause what carries it, and counts', async () => {
    const { code, out } = await run(['policy', 'coverage', 'policies/retail', '--json']);
    const found = JSON.parse(out) as { counts: Record<string, number>; clauses: { id: string; carried: string; by: { section: string; id: string }[] }[] };
    expect(code).toBe(0);
    expect(found.clauses.length).toBe(found.counts['all']);
    expect(found.clauses.find((each) => each.id === 'C4-10-b')).toMatchObject({ carried: 'enforced', by: expect.arrayContaining([expect.objectContaining({ section: 'duties', id: 'reply' })]) as unknown });
  });

  it('with --strict ends with 1 while a clause is open, and lists it', async () => {
    await writeFile(join(folder, 'policy.yaml'), 'aftercare: 1\npolicy: p\ntitle: 小\nzone: Asia/Shanghai\nkinds: { complaint: { title: 投诉, clause: B-1, stages: [in], acts: { receive: { to: in, may: [system], clause: B-1 } } } }\n');
    await writeFile(join(folder, 'document.md'), '## 一\n- [B-1] 登记。\n- [B-2] 谁也没管。\n');
    const [loose, strict] = [await run(['policy', 'coverage', folder]), await run(['policy', 'coverage', folder, '--strict'])];
    expect([loose.code, strict.code]).toEqual([0, 1]);
    expect(strict.out).toContain('尚未落实：B-2');
  });

  it('prints the schema as JSON', async () => {
    const { code, out } = await run(['policy', 'schema']);
    expect(code).toBe(0);
    expect((JSON.parse(out) as { properties: object }).properties).toHaveProperty('duties');
  });
});

describe('policy check says so', () => {
  const inFolder = async (name: string, rules: string): Promise<Ran> => {
    const place = join(folder, name);
    await mkdir(place);
    await writeFile(join(place, 'policy.yaml'), rules);
    return run(['policy', 'check', place]);
  };

  it('when there is no document.md to hold the rules against', async () => {
    const ran = await inFolder('alone', await readFile(join(ROOT, 'policies/retail/policy.yaml'), 'utf8'));
    expect([ran.code, ran.out]).toEqual([0, expect.stringContaining('document.md:1 - 没有 document.md')]);
    expect((await run(['policy', 'check', 'policies/retail'])).out).toBe('没有发现问题\n');
  });

  it.each([
    ['brackets that close', `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`],
    ['brackets that do not', `a: ${'['.repeat(20_000)}\n`],
    ['indentation', Array.from({ length: 3_000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
  ])('in one short line when YAML is nested too deeply: %s', async (name, rules) => {
    const { code, out } = await inFolder(name, rules);
    expect([code, out.length < 300, out.split('\n').length]).toEqual([1, true, 3]);
    expect(out).toContain('嵌套太深');
  });
});

describe('policy replay', () => {
  const csv = 'id,received,replied\n1,nonsense,x\n2,rubbish,y\n';
  const replay = async (columns: string): Promise<Ran> => {
    await writeFile(join(folder, 'unreadable.csv'), csv);
    return run(['policy', 'replay', 'policies/retail', '--history', join(folder, 'unreadable.csv'), '--columns', columns]);
  };

  it('ends with 1 and says so when not one row could be read', async () => {
    const { code, note } = await replay('id=id,received=received,replied=replied');
    expect([code, note]).toEqual([1, expect.stringContaining('2 行全都读不了')]);
  });

  it.each(['id=id,id=replied,received=received', 'received=received,replied=replied,答复=id', 'id=id,received=received,service_short=replied,service_short=id'])('refuses two columns for one meaning: %s', async (columns) => {
    const { code, out, note } = await replay(columns);
    expect([code, out, note]).toEqual([2, '', expect.stringContaining('写了两次，只能对应一列')]);
  });
});

describe('the command line', () => {
  it.each([[[]], [['policy']], [['polcy']], [['policy', 'check', '--colour']], [['policy', 'replay', 'policies/retail']], [['backup']], [['restore', 'x', '--y']], [['policy', 'schema', '--lang', 'fr']], [['policy', 'schema', '--lang']]])('ends with 2 for %j', async (args) => {
    const ran = await run(args);
    expect(ran.code).toBe(2);
    expect(ran.note.trim()).not.toBe('');
    expect(ran.note).not.toMatch(/\n\s+at /);
  });

  it('explains itself with 0', async () => {
    const help = await run(['policy', 'replay', '--help']);
    expect(help).toMatchObject({ code: 0, note: '' });
    expect(help.out).toContain('退出码：0 正常');
    expect(help.out).toContain('npm run -s aftercare --');
    expect(help.out).not.toMatch(/\[options\]|default|folder\|file|Usage/);
    expect((await run(['policy', 'replay', '--help'], { language: 'en' })).out).toMatch(/\[options\][^]*default[^]*exit codes: 0 good/);
  });

  it('says which languages there are, in its own', async () => {
    expect(await run(['policy', 'schema', '--lang', 'fr'])).toEqual({ code: 2, out: '', note: '--lang 只能是 zh 或 en，不能是 fr\n' });
    expect((await run(['policy', 'schema', '--lang', 'fr'], { language: 'en' })).note).toBe('--lang may be zh or en, not fr\n');
  });

  it.each([{}, { LANG: '' }, { LANG: 'C' }, { LANG: 'POSIX' }, { LANG: 'C.UTF-8' }, { LANG: 'zh_CN.UTF-8' }, { LANG: 'zh' }, { LC_ALL: 'C.UTF-8', LANG: 'en_US.UTF-8' }])('speaks Chinese where the shell says %j: Chinese, or no language at all', (surrounding) => {
    expect(languageOf([], surrounding)).toBe('zh');
  });

  it.each([{ LANG: 'en_GB.UTF-8' }, { LANG: 'en' }, { LANG: 'fr_FR.UTF-8' }, { LANG: 'cs_CZ.UTF-8' }, { LC_MESSAGES: 'en_US', LANG: 'zh_CN' }])('speaks English where the shell says %j: any other language', (surrounding) => {
    expect(languageOf([], surrounding)).toBe('en');
  });

  it('asks the option before the shell', () => {
    expect(languageOf(['policy', '--lang', 'zh'], { LANG: 'en_US.UTF-8' })).toBe('zh');
    expect(languageOf(['--lang=en'], {})).toBe('en');
    expect(languageOf(['--lang', 'fr'], { LANG: 'C.UTF-8' })).toBe('zh');
  });
});
