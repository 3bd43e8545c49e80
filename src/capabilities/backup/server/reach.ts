import { isId, type OwnerRun } from '#platform/db/index.ts';

/**
 * Takes the place from which the rows of a table can be reached, for the rest of the transaction: a company's own, as the product
 * itself (an owner who is no superuser is kept out by the forced row-level security), or, with null, the owner's.
 */
export async function reach(run: OwnerRun, tenant: string | null): Promise<void> {
  if (tenant === null) return void (await run({ text: 'set local role none', values: [] }));
  if (!isId(tenant)) throw new TypeError('A company is named by its id.');
  await run({ text: 'set local role aftercare_app', values: [] });
  await run({ text: `set local app.tenant_id = '${tenant}'`, values: [] });
}

/** Everything is written and read as text, in one way, whatever the settings of the server are. */
export async function plainTexts(run: OwnerRun): Promise<void> {
  for (const setting of ["datestyle = 'ISO, YMD'", "intervalstyle = 'postgres'", "bytea_output = 'hex'", 'extra_float_digits = 1', "timezone = 'UTC'"]) await run({ text: `set local ${setting}`, values: [] });
}
