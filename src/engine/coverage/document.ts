/** One clause of a policy's text. */
export interface DocumentClause {
  readonly id: string;
  readonly text: string;
  /** Line in document.md, from 1. */
  readonly line: number;
  /** Headings above it, joined by ` / `. */
  readonly heading: string;
}
export interface PolicyDocument { readonly clauses: readonly DocumentClause[] }

const HEADING = /^(#{2,6})\s+(.*)$/;
const CLAUSE = /^[-*]\s+\[([^\]\s]+)\]\s*(.*)$/;

/**
 * Reads document.md: headings `## …`, and clauses as list items `- [B-4.4.1.1] （4.4.1.1） text`, going on in indented lines.
 * The number in round brackets is the source's own and belongs to the text; other lines (title, quotations, paragraphs) are no clauses.
 */
export function readDocument(text: string): PolicyDocument {
  const clauses: { id: string; text: string; line: number; heading: string }[] = [];
  const headings: string[] = [];
  let open: { text: string } | null = null;
  text.split(/\r?\n/).forEach((line, index) => {
    const heading = HEADING.exec(line);
    const clause = CLAUSE.exec(line);
    if (heading) {
      headings.length = Math.min(headings.length, (heading[1]?.length ?? 2) - 2);
      headings.push((heading[2] ?? '').trim());
      open = null;
    } else if (clause) {
      const begun = { id: clause[1] ?? '', text: (clause[2] ?? '').trim(), line: index + 1, heading: headings.join(' / ') };
      clauses.push(begun);
      open = begun;
    } else if (open && /^\s+\S/.test(line)) open.text = joined(open.text, line.trim());
    else if (line.trim() !== '') open = null;
  });
  return { clauses };
}

/** Chinese runs on without a blank, Latin words keep one between them. */
function joined(before: string, after: string): string {
  return before + (/[\w,.;:]$/.test(before) && /^\w/.test(after) ? ' ' : '') + after;
}
