import { Misuse, type ExitCode, type Surroundings } from './surroundings.ts';

export interface AuditOptions { readonly json?: boolean; readonly tenant?: string }

/** `audit verify`: the chains of every stream recomputed. The capability that keeps them, and the database behind it, are loaded only here. */
export async function verifyAudit(options: AuditOptions, around: Surroundings): Promise<ExitCode> {
  const audit: Readonly<Record<string, unknown>> = await import('#capabilities/audit/index.ts');
  const verify = audit['verifyFromCommandLine'];
  if (typeof verify !== 'function') throw new Misuse({ zh: '这一版还不能核验留痕', en: 'this version cannot verify the audit trail yet' });
  const code: unknown = await verify(options, around);
  return code === 0 ? 0 : code === 2 ? 2 : 1;
}
