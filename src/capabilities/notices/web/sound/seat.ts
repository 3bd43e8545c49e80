import type { Standing } from '#ui/index.ts';
import { cell } from './cell.ts';

/** Whether this tab sounds for the browser, or another does. Believed until it is known otherwise. */
export const seat = cell<Standing>({ leads: false, led: true });
