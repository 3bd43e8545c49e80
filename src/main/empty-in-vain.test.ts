import { describe, expect, it } from 'vitest';
import { assertLoopback } from '#capabilities/demonstration/index.ts';
import { emptyInVain } from './empty-in-vain.ts';

describe('--empty where companies are already', () => {
  const kept = { host: '127.0.0.1', dataFolder: '/srv/data', databaseUrl: undefined };

  it('says which, where, and what to type for a new one', () => {
    const said = emptyInVain(kept, ['retail', 'garden']);
    expect(said).toContain('/srv/data 里已有公司（retail、garden）');
    expect(said.split('\n').at(-1)?.trim()).toBe('AFTERCARE_DATA=../aftercare-data npm start -- --empty');
    expect(emptyInVain({ ...kept, host: '0.0.0.0', databaseUrl: 'postgres://u:secret@h/d' }, ['retail'])).toMatch(/HOST=0\.0\.0\.0 DATABASE_URL=… AFTERCARE_DATA=\S+ npm start -- --empty$/);
    expect(emptyInVain({ ...kept, databaseUrl: 'postgres://u:secret@h/d' }, ['retail'])).not.toContain('secret');
  });

  it('does not advise again what was typed', () => {
    const refused = (): void => assertLoopback('0.0.0.0', emptyInVain({ ...kept, host: '0.0.0.0' }, ['retail']));
    expect(refused).toThrow(/不能监听 0\.0\.0\.0/);
    expect(refused).not.toThrow(/建立正式系统/);
  });
});
