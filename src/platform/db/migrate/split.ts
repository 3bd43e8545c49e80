/**
 * Cuts the text of a migration into statements: at each semicolon that ends a line, outside of `$$ … $$`, quotes and comments
 * that stand on a line of their own. One statement is sent at a time, as sharded databases want it.
 */
export function statementsOf(text: string): string[] {
  const statements: string[] = [];
  let gathered: string[] = [];
  let body: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    if (body === null && gathered.length === 0 && /^\s*(--.*)?$/.test(line)) continue;
    gathered.push(line);
    body = bodyAfter(line, body);
    if (body === null && /;\s*(--.*)?$/.test(line)) {
      statements.push(gathered.join('\n').trim());
      gathered = [];
    }
  }
  const rest = gathered.join('\n').trim();
  if (rest) statements.push(rest);
  return statements;
}

/** The dollar quote (`$$`, `$body$`) that is open after the line, if any. */
function bodyAfter(line: string, before: string | null): string | null {
  let open = before;
  for (const [tag] of line.matchAll(/\$(?:[a-z_][a-z0-9_]*)?\$/gi)) {
    if (open === null) open = tag;
    else if (open === tag) open = null;
  }
  return open;
}
