import { insideOf, type Database } from './database.ts';

/** What may be known of a company before anybody has signed in. */
export interface Company {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly demonstration: boolean;
}

const COLUMNS = 'select id, slug, name, demonstration from tenant';

/** The company of a name as it is typed at sign-in, or undefined. The table of companies is the only one without a tenant. */
export async function companyNamed(database: Database, slug: string): Promise<Company | undefined> {
  const { rows } = await insideOf(database).app.query<Company>(`${COLUMNS} where slug = $1`, [slug]);
  return rows[0];
}

/** All companies, by name: for start-up, and for jobs that then go from one to the next, each in a scope of its own. */
export async function companies(database: Database): Promise<Company[]> {
  const { rows } = await insideOf(database).app.query<Company>(`${COLUMNS} order by slug`);
  return rows;
}
