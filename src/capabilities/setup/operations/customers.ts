import { z } from 'zod';
import { formatInstant } from '#engine';
import { withReadScope } from '#platform/db/index.ts';
import { changing } from '#platform/idempotency/index.ts';
import { operation } from '#platform/operations/index.ts';
import { customerCheck, customerCheckBody, customerImportBody, customerImported, importBatch, importUndone, type ImportBatch } from '../contract.ts';
import { checkCustomers, importCustomers, readCustomers } from '../server/customers/import.ts';
import { LATEST } from '../server/customers/undo-statements.ts';
import { undoImport, UNDO_WITHIN } from '../server/customers/undo.ts';

const access = { is: 'administrator' } as const;

/** Customers, homes and devices from Excel. */
export const customerImportOperations = [
  operation({
    method: 'POST', path: '/api/customer-imports/check', summary: { zh: '试读客户、房屋、设备表', en: 'Look at a sheet of customers, homes or devices' }, access, body: customerCheckBody, answer: customerCheck, repeated: { never: 'it only looks' },
    async handle({ actor, input: { body: { sheet, file, mapping } }, context }) {
      const lines = await readCustomers(file);
      return withReadScope(context.db, actor, (scope) => checkCustomers(scope, sheet, lines, mapping));
    },
  }),
  changing({
    method: 'POST', path: '/api/customer-imports', summary: { zh: '导入客户、房屋、设备', en: 'Import customers, homes or devices' }, access, body: customerImportBody, answer: customerImported, status: 201,
    before: ({ input: { body } }) => readCustomers(body.file),
    change: (scope, { input: { body: { sheet, mapping, name } }, context }, lines) => importCustomers(scope, { sheet, lines, mapping, file: name, at: context.clock.now() }),
  }),
  operation({
    method: 'GET', path: '/api/customer-imports', summary: { zh: '导入记录', en: 'What was imported' }, access, answer: z.object({ items: z.array(importBatch) }),
    async handle({ actor, context }) {
      const { rows } = await withReadScope(context.db, actor, (scope) => scope.run<Omit<ImportBatch, 'at' | 'undoUntil'> & { at: number }>({ text: LATEST, values: [scope.tenant] }));
      const now = context.clock.now();
      return { items: rows.map((row) => ({ ...row, at: formatInstant(row.at, actor.zone), undoUntil: row.undone || now > row.at + UNDO_WITHIN ? null : formatInstant(row.at + UNDO_WITHIN, actor.zone) })) };
    },
  }),
  changing({
    method: 'POST', path: '/api/customer-imports/{id}/undo', summary: { zh: '撤销导入', en: 'Undo an import' }, access, params: z.strictObject({ id: z.uuid() }), answer: importUndone,
    change: (scope, { input, context }) => undoImport(scope, context, input.params.id),
  }),
] as const;
