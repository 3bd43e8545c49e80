import { describe, expect, it } from 'vitest';
import { codeOnly, withoutComments } from './code.ts';
import { exists, sources } from './files.ts';
import { importsOf } from './imports.ts';

const names = (text: string): string[] => importsOf({ path: 'src/a/b.ts', text }).map(({ to }) => to);

describe('the reading of sources', () => {
  it('tells code from comments, texts and regular expressions', () => {
    expect(codeOnly(`a('fetch'); // Date.now()\nb(/"fetch/.test(x), \`fetch \${Math.random()} fetch\`) /* process */ / 2`).replace(/\s+/g, ' ')).toBe('a( ); b( .test(x), Math.random() ) / 2');
    expect(codeOnly('`${{ a: `${b}` }.a} fetch`; c').replace(/\s+/g, ' ').trim()).toBe('{ a: b }.a ; c');
    expect(withoutComments(`x = 'http://a'; // b`)).toBe(`x = 'http://a';     `);
  });

  it('finds every form of import', () => {
    expect(names(`import a from './a.ts';\nimport type { B } from '#engine';\nexport {\n  c,\n} from '../c.ts';\nexport * from '#ui/d.ts';\nimport 'e/f';\nconst g = await import('@g/h/i');\n// import './no.ts';\nconst no = "import 'x'";`))
      .toEqual(['src/a/a.ts', 'src/engine/index.ts', 'src/c.ts', 'src/ui/d.ts', 'e', '@g/h']);
  });

  it('finds the file behind every import of ours', () => {
    const missing = sources(['src'], { tests: true }).flatMap(importsOf).filter(({ ours, to }) => ours && !exists(to)).map(({ from, to }) => `${from} → ${to}`);
    expect(missing).toEqual([]);
  });
});
