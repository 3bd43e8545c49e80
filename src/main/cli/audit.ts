import { auditAnswer, companyLines, type CompanyVerified } from './audit-answer.ts';
import { Misuse, type ExitCode, type Surroundings } from './surroundings.ts';

export interface AuditOptions { readonly json?: boolean; readonly tenant?: string }

/**
 * `audit verify`: the chains of every stream recomputed, and held against the checkpoints; only reads, and may run beside the server.
 * The capability that keeps the chains, and the database behind it, are loaded only here.
 * @throws Misuse when there is no such company, or no data at all.
 */
export async function verifyAudit({ tenant, json }: AuditOptions, around: Surroundings): Promise<ExitCode> {
  const { readPublicKey, verifyTenant } = await import('#capabilities/audit/index.ts');
  const { readConfig } = await import('#platform/config/index.ts');
  const { companies } = await import('#platform/db/index.ts');
  const { withDatabase } = await import('./database.ts');
  const config = readConfig();
  const publicKey = await readPublicKey(config.dataFolder);
  return withDatabase(config, async (db) => {
    const chosen = (await companies(db)).filter(({ slug }) => tenant === undefined || slug === tenant);
    if (tenant !== undefined && chosen.length === 0) throw new Misuse({ zh: `没有名为 ${tenant} 的公司`, en: `there is no company named ${tenant}` });
    const verified: CompanyVerified[] = [];
    for (const company of chosen) {
      const result = await verifyTenant(db, company, publicKey, ({ events }) => tell(around, `${company.slug} ${events}`));
      tell(around, '');
      verified.push({ tenant: company.slug, ...result });
      if (!json) for (const line of companyLines({ tenant: company.slug, ...result }, around.language)) around.out(line);
    }
    const answer = auditAnswer(verified, around.language);
    if (json) around.out(JSON.stringify(answer, null, 2));
    else if (!answer.ok) around.out(around.language === 'zh' ? '请先保留现状，再与备份和此前记下的检查点核对。' : 'Keep everything as it is, and compare it with a backup and with checkpoints noted earlier.');
    return answer.ok ? 0 : 1;
  });
}

/** How far it is, on a terminal that somebody watches. */
function tell({ watched, note }: Surroundings, text: string): void {
  if (watched) note(`\r\u001b[K${text}`);
}
