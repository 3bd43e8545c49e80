import { z } from 'zod';
import { offset, paperSize, type PaperSize } from '../contract.ts';

/** What this workstation's printer needs: the paper last used, and how far everything has to be moved. */
const settings = z.object({ paper: paperSize.catch('a4'), offset: offset.catch({ x: 0, y: 0 }) });
export interface Workstation { readonly paper: PaperSize; readonly offset: { readonly x: number; readonly y: number } }

const STORED = 'aftercare.printer';
const USUAL: Workstation = { paper: 'a4', offset: { x: 0, y: 0 } };

export function readWorkstation(): Workstation {
  try {
    return settings.parse(JSON.parse(localStorage.getItem(STORED) ?? '{}'));
  } catch {
    return USUAL;
  }
}

export function keepWorkstation(workstation: Workstation): void {
  localStorage.setItem(STORED, JSON.stringify(workstation));
}
