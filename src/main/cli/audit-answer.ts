import type { Language } from '#engine';
import type { Verified } from '#capabilities/audit/index.ts';

/** What a verification found in one company. */
export interface CompanyVerified extends Verified { readonly tenant: string }

/** The answer for machines: `{tenants: [{tenant, streams, events, checkpoint, problems}], ok}`; a warning, too, is something found. */
export function auditAnswer(verified: readonly CompanyVerified[], language: Language) {
  return {
    tenants: verified.map(({ tenant, streams, events, checkpoint, problems }) => ({
      tenant, streams, events, checkpoint: checkpoint && { number: checkpoint.number, at: isoOf(checkpoint.at) },
      problems: problems.map(({ stream, number, seq, kind, level, message }) => ({ stream, number, seq, kind, level, message: message[language] })),
    })),
    ok: verified.every(({ problems }) => problems.length === 0),
  };
}

/** One line for the company, and one for each problem. */
export function companyLines({ tenant, streams, events, checkpoint, problems }: CompanyVerified, language: Language): readonly string[] {
  const zh = language === 'zh';
  const until = checkpoint ? (zh ? `检查点 ${checkpoint.number} (${isoOf(checkpoint.at)})` : `checkpoint ${checkpoint.number} (${isoOf(checkpoint.at)})`) : zh ? '还没有检查点（运行中每小时写一个）' : 'no checkpoint yet (one is written every hour it runs)';
  const outcome = problems.length === 0 ? (zh ? '没有发现问题' : 'no problems found') : zh ? `${problems.length} 处问题` : `${problems.length} problems`;
  const head = zh ? `${tenant}：${streams} 份档案，${events} 条记录，${until}：${outcome}` : `${tenant}: ${streams} streams, ${events} events, ${until}: ${outcome}`;
  return [head, ...problems.map(({ kind, level, message }) => `  ${kind} ${message[language]}${level === 'warning' ? (zh ? '（提醒）' : ' (warning)') : ''}`)];
}

const isoOf = (at: number): string => (Number.isFinite(at) ? new Date(at).toISOString() : '—');
