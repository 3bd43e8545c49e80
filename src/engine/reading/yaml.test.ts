import { describe, expect, it } from 'vitest';
import { smallPolicyWith } from '../../../test/engine/small-policy.ts';
import { readPolicies, readPolicy } from './index.ts';
import { readYaml } from './yaml.ts';

function saysOf(text: string): readonly string[] {
  return readYaml(text).flatMap((file) => file.problems.map(({ line, message }) => `${line}: ${message.en}`));
}

describe('YAML means the same in 1.1 and 1.2', () => {
  it.each(['on', 'off', 'yes', 'no', 'y', 'n', 'No'])('refuses the key %s', (key) => {
    expect(saysOf(`a: 1\n${key}: 2\n`)).toEqual([expect.stringMatching(/^2: older YAML reads the key/)]);
  });

  it.each(['8:30', '08:30:15', '2026-03-02', '017', '1_000', 'yes', 'off', '0b101'])('refuses the unquoted value %s', (value) => {
    expect(saysOf(`a: ${value}\n`)).toEqual([expect.stringMatching(/^1: .*different things in YAML 1.1 and 1.2; quote it/)]);
  });

  it.each(['"8:30"', '12', '3.5', 'true', 'false', '10 minutes', '80 %', '-3', 'A-1.2'])('takes the value %s', (value) => {
    expect(saysOf(`a: ${value}\n`)).toEqual([]);
  });

  it('refuses merge keys, anchors, aliases, tags, tabs and repeated keys', () => {
    expect(saysOf('a: &x { b: 1 }\n')).toEqual([expect.stringMatching(/anchors/)]);
    expect(saysOf('a: &x 1\nb: *x\n').join()).toMatch(/aliases/);
    expect(saysOf('a: 1\n<<: { b: 1 }\n')).toEqual([expect.stringMatching(/^2: merge keys/)]);
    expect(saysOf('a: 1\n__proto__: { b: 1 }\n')).toEqual([expect.stringMatching(/^2: the key “__proto__”/)]);
    expect(saysOf('a: !x 1\n')).toEqual([expect.stringMatching(/tags/)]);
    expect(saysOf('a: 1\nb: "c\td"\n')).toEqual([expect.stringMatching(/^2: a tab/)]);
    expect(saysOf('a: 1\nb: 2\na: 3\n')).toEqual([expect.stringMatching(/^3: the same key/)]);
  });

  it('says in which line a file is broken', () => {
    expect(saysOf('a: 1\nb: [1, 2\nc: 3\n')[0]).toMatch(/^[234]: not valid YAML/);
  });

  it('says that a comma is missing where one was forgotten between braces', () => {
    const [problem] = readYaml('a: 1\nb: { title: 登记 to: logged }\n').flatMap((file) => file.problems);
    expect(problem).toMatchObject({ line: 2, message: { zh: expect.stringContaining('少了逗号') as unknown, en: expect.stringContaining('a comma is missing') as unknown } });
  });

  it.each(['', '\n', '# only a remark\n'])('finds an empty file wrong, also where several policies may stand: %j', (text) => {
    expect(readPolicies({ file: 'p.yaml', text })).toMatchObject([{ policy: null, problems: [{ severity: 'error', message: { en: 'the file is empty' } }] }]);
  });

  it('answers an empty file, a list and a bomb of aliases without throwing', () => {
    for (const text of ['', '---\n', '- a\n', 'just words', 'a: &a [1]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n']) {
      const read = readPolicy({ file: 'policy.yaml', text });
      expect(read.policy).toBeNull();
      expect(read.problems.length).toBeGreaterThan(0);
    }
  });

  it('refuses a second policy in one file', () => {
    const twice = smallPolicyWith('aftercare: 1', 'aftercare: 1') + '---\naftercare: 1\n';
    expect(readPolicy({ file: 'policy.yaml', text: twice }).problems[0]?.message.en).toMatch(/one file holds one policy/);
  });
});
