import { arrangeOrganisation } from '../../src/capabilities/organisation/index.ts';
import { versionOf } from '../../src/engine/reading/index.ts';
import { uuidv7, withScope } from '../../src/platform/db/index.ts';
import { smallPolicyWith } from '../engine/small-policy.ts';
import type { TestDatabase } from './database.ts';
import type { Product } from './product.ts';

/** A company under the small policy: a clerk 客服专员 and two managers 部门经理, one of them in the service unit. */
export interface TrialCompany {
  readonly tenant: string;
  readonly slug: string;
  /** Ids and cookies by user name. */
  readonly id: Readonly<Record<'clerk' | 'manager' | 'boss', string>>;
  readonly as: Readonly<Record<'clerk' | 'manager' | 'boss', string>>;
}

const PASSWORD = 'a long password';
/** A complaint that only managers and its handler may see. */
const CLOSED_KIND = `  tip:
    title: 举报
    see: [manager]
    roles: { handler: { title: 经办人, set_by: receive, is: it.actor, clause: X-9.1 } }
    facts: { content: { title: 内容, type: text, clause: X-9.1 } }
    stages: [received, closed]
    acts:
      receive: { to: received, may: [clerk, manager], asks: [content], clause: X-9.1 }
      close: { from: received, to: closed, may: manager, clause: X-9.1 }

duties:
`;
const TOLD = `reactions:
  tip-told: { of: tip, after: receive, then: [ { tell: { any: [clerk, manager] } } ], clause: X-9.2 }
`;

/** @param change - what else its policy says. */
export async function trialCompany(base: TestDatabase, product: Product, email: string | null = null, change: (rules: string) => string = (rules) => rules): Promise<TrialCompany> {
  const slug = `trial-${uuidv7()}`.slice(0, 40).replace(/-$/, '');
  const tenant = await base.company(slug);
  const rules = change(smallPolicyWith('duties:\n', CLOSED_KIND).replace('reactions:\n', TOLD));
  const document = '# 售后服务制度\n';
  await withScope(base.database, { tenant }, async (scope) => {
    const positions = [{ code: 'clerk', title: '客服专员', rights: ['work'] }, { code: 'manager', title: '部门经理', rights: ['work', 'oversee'] }];
    await arrangeOrganisation(scope, { units: [{ code: 'service', name: '客服部' }, { code: 'works', name: '工程部' }], positions });
    await scope.run({
      text: 'insert into policy_version (tenant_id, policy, version, title, rules_text, document_text, published_at, in_force_from) values ($1, $2, $3, $4, $5, $6, $7, $7)',
      values: [tenant, 'example', versionOf(rules, document), '售后服务制度', rules, document, new Date(0)],
    });
  });
  const join = (username: string, unit: string, position: string) => product.person(tenant, { username, unit, email, positions: [{ position, unit }], password: PASSWORD });
  const id = { clerk: await join('clerk', 'service', 'clerk'), manager: await join('manager', 'service', 'manager'), boss: await join('boss', 'works', 'manager') };
  const cookie = (username: string) => product.signIn(slug, username, PASSWORD);
  return { tenant, slug, id, as: { clerk: await cookie('clerk'), manager: await cookie('manager'), boss: await cookie('boss') } };
}
