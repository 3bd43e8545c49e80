import { contactsList } from './contacts.ts';
import { customersList } from './customers.ts';
import { exportsList } from './exports.ts';
import type { ExportList } from './list.ts';
import { mattersList } from './matters.ts';
import { obligationsList } from './obligations.ts';
import { peopleList } from './people.ts';
import { refusalsList } from './refusals.ts';

/** The lists that leave as xlsx and need no other capability beside those below; `main` adds the others. One file is one list. */
export const LISTS: readonly ExportList[] = [mattersList, contactsList, obligationsList, refusalsList, customersList, peopleList, exportsList];
