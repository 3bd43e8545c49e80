import type { OnProgress } from '#capabilities/backup/index.ts';
import type { Surroundings } from './surroundings.ts';

const STEPS = {
  checking: { zh: '核对文件', en: 'checking files' }, rows: { zh: '数据', en: 'rows of' }, files: { zh: '附件', en: 'attached files' }, verifying: { zh: '核验留痕', en: 'verifying' },
} as const;
const EVERY = 200;

/** How far a backup or a restoration is, on a terminal that somebody watches; a few times a second at most. */
export function watching({ watched, note, language }: Surroundings): { readonly onProgress: OnProgress; end(): void } {
  let told = 0;
  return {
    onProgress: ({ step, what, done, of }) => {
      const now = performance.now();
      if (!watched || now - told < EVERY) return;
      told = now;
      note(`\r\u001b[K${STEPS[step][language]}${what === '' ? '' : ` ${what}`} ${done}${of === null ? '' : ` / ${of}`}`);
    },
    end: () => { if (watched) note('\r\u001b[K'); },
  };
}

/** A size as people read it. */
export function sizeOf(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let [value, at] = [bytes, 0];
  while (value >= 1000 && at < units.length - 1) [value, at] = [value / 1000, at + 1];
  return `${at === 0 ? value : value.toFixed(1)} ${units[at]}`;
}
