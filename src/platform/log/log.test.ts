import { describe, expect, it } from 'vitest';
import { openLogs } from './index.ts';

/** Logs into a list instead of standard error. */
function listening(): { lines: string[]; logs: ReturnType<typeof openLogs> } {
  const lines: string[] = [];
  return { lines, logs: openLogs('info', { write: (line) => void lines.push(line) }) };
}

describe('the log', () => {
  it('names the part that speaks', () => {
    const { lines, logs } = listening();
    logs('due').info({ fired: 3 }, 'caught up');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ part: 'due', fired: 3, msg: 'caught up' });
  });

  it('hides passwords, cookies and authorization at every depth it looks at', () => {
    const { lines, logs } = listening();
    logs('http').info({ password: 'p1', request: { headers: { cookie: 'c1', authorization: 'a1', 'set-cookie': 's1' } } }, 'asked');
    expect(lines[0]).not.toMatch(/p1|c1|a1|s1/);
    expect(lines[0]).toContain('[hidden]');
  });

  it('keeps debugging lines to itself unless asked', () => {
    const { lines, logs } = listening();
    logs('http').debug({}, 'detail');
    expect(lines).toEqual([]);
  });
});
