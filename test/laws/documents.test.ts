import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACCOUNTS } from '../../src/capabilities/demonstration/contract.ts';
import { checkText } from '../../src/engine/check/index.ts';
import { exists, foldersIn, pathsBelow, root } from './tree/files.ts';
import { commandsOf, fenced, linksOf, namedWithin, page, rowsNamed } from './tree/pages.ts';

const english = page('README.md');
const chinese = page('README.zh.md');
const twins = [['README.md', english], ['README.zh.md', chinese]] as const;
const decisions = pathsBelow('docs/decisions').filter((path) => /\/\d{4}-[a-z0-9-]+\.md$/.test(path));

/** The settings, as the one place that reads the environment describes them. */
const settings = [...(page('src/platform/config/index.ts').split('const wanted')[1] ?? '').matchAll(/^ {2}([A-Z][A-Z_]+): '/gm)].map(([, name = '']) => name);

interface Dependencies { readonly dependencies: object; readonly devDependencies: object; readonly optionalDependencies: object }
const { dependencies, devDependencies, optionalDependencies }: Dependencies = JSON.parse(page('package.json'));
const packages = [dependencies, devDependencies, optionalDependencies].flatMap((each) => Object.keys(each));

describe('the two READMEs', () => {
  it('tell their readers to run the same', () => {
    expect(commandsOf(english).length).toBeGreaterThan(20);
    expect(commandsOf(chinese)).toEqual(commandsOf(english));
    expect(namedWithin(english).length).toBeGreaterThan(10);
    expect(namedWithin(chinese)).toEqual(namedWithin(english));
  });

  it('name the same things in their tables, in the same order', () => {
    expect(rowsNamed(chinese)).toEqual(rowsNamed(english));
  });

  it.each(twins)('%s has a row for every setting of the environment, and for no other', (_, text) => {
    expect(settings).toContain('PORT');
    expect(rowsNamed(text).filter((name) => /^[A-Z]/.test(name)).toSorted()).toEqual(settings.toSorted());
  });

  it.each(twins)('%s has a row for every account of the demonstration', (_, text) => {
    expect(ACCOUNTS.filter((account) => !rowsNamed(text).includes(account))).toEqual([]);
  });

  it.each([...twins, ['policies/README.md', page('policies/README.md')] as const])('%s names every policy that is shipped', (_, text) => {
    expect(foldersIn('policies').filter((folder) => !text.includes(`\`${folder}\``))).toEqual([]);
  });
});

describe('the decisions', () => {
  const rows = decisions.flatMap((path) => rowsNamed(page(path)));

  it('have one line for every package, and none for a package that is gone', () => {
    expect(packages.filter((name) => !rows.includes(name)), 'without a line').toEqual([]);
    expect(rows.filter((name) => !packages.includes(name)), 'no longer a dependency').toEqual([]);
    expect(rows.filter((name, at) => rows.indexOf(name) !== at), 'twice').toEqual([]);
  });

  it('say context, decision and consequences, and are all in their list, one after the other', () => {
    expect(decisions.filter((path) => !['**Context.**', '**Decision.**', '**Consequences.**'].every((part) => page(path).includes(part)))).toEqual([]);
    expect(linksOf(page('docs/decisions/README.md'))).toEqual(decisions.map((path) => path.slice('docs/decisions/'.length)));
    expect(decisions.map((path) => Number(path.slice('docs/decisions/'.length).slice(0, 4)))).toEqual(decisions.map((_, index) => index + 1));
  });
});

describe('the guide to the policy language', () => {
  const guides = ['docs/policy-language.md', 'docs/policy-language.zh.md'] as const;
  const checked = (guide: string) => {
    const [documentText = ''] = fenced(page(guide), 'markdown');
    return fenced(page(guide), 'yaml').map((text) => checkText({ file: 'policy.yaml', text, documentText }));
  };

  it.each(guides)('%s ends its example with a policy that the checker finds nothing wrong with, and that leaves no clause open', (guide) => {
    const whole = checked(guide).at(-1);
    expect(whole?.problems).toEqual([]);
    expect(whole?.coverage?.counts).toMatchObject({ all: 5, open: 0 });
  });

  it('begins, in Chinese, with a small one without an error, and with as many open clauses as it says', () => {
    const [small] = checked('docs/policy-language.zh.md');
    expect(small?.problems.map(({ severity, clause }) => [severity, clause])).toEqual(['W-1.3', 'W-1.4', 'W-1.5'].map((clause) => ['warning', clause]));
  });
});

describe('all pages', () => {
  const pages = [...readdirSync(root).filter((name) => name.endsWith('.md')), ...['docs', 'policies', 'src', 'bin', 'test'].flatMap(pathsBelow).filter((path) => path.endsWith('.md'))];

  it('link only to what is there', () => {
    const broken = pages.filter((path) => !path.startsWith('policies/') || path.endsWith('README.md'))
      .flatMap((path) => linksOf(page(path)).filter((link) => !exists(join(dirname(path), link))).map((link) => `${path}: ${link}`));
    expect(broken).toEqual([]);
  });
});
