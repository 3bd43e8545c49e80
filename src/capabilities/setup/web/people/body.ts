import type { PeopleBody } from '../../contract.ts';
import type { Uploaded } from './uploaded.ts';

/** The sheet as it is sent. */
export const bodyOf = ({ sheet, mapping }: Uploaded): PeopleBody => ({ mapping, rows: sheet.rows.map(({ row, cells }) => ({ row, cells: [...cells] })) });
