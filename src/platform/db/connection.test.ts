import { describe, expect, it } from 'vitest';
import { APP_ROLE, sessionOf } from './connection.ts';

const optionsOf = (address: string): string => {
  const { connectionString = '' } = sessionOf({ connectionString: address }, APP_ROLE);
  return new URL(connectionString).searchParams.get('options') ?? '';
};

describe('a session', () => {
  it('takes its role from the start, whatever the address says', () => {
    expect(optionsOf('postgres://care@host/care')).toMatch(/ -c role=aftercare_app$/);
    expect(optionsOf('postgres://care@host/care?sslmode=require')).toMatch(/ -c role=aftercare_app$/);
    expect(sessionOf({ host: '/run', user: 'care', database: 'care' }, APP_ROLE).options).toMatch(/ -c role=aftercare_app$/);
  });

  it('keeps the options of the address, which may not undo the role', () => {
    expect(optionsOf('postgres://care@host/care?options=-c%20geqo%3Doff%20-c%20role%3Dcare')).toMatch(/^-c geqo=off -c role=care .* -c role=aftercare_app$/);
  });
});
