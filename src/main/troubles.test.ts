import { describe, expect, it } from 'vitest';
import { troubleOf } from './troubles.ts';

const around = { host: '127.0.0.1', port: '3000', dataFolder: '/srv/data', ownDatabase: false };
const failed = (code: string, more: Partial<NodeJS.ErrnoException> = {}): Error => Object.assign(new Error(`${code}: as the system says it`), { code, ...more });

describe('what ends a start is told in a sentence of both languages, with what to do', () => {
  it.each([
    ['a port in use', failed('EADDRINUSE', { syscall: 'listen' }), {}, /端口 3000[\s\S]*PORT=3001/],
    ['a port for administrators', failed('EACCES', { syscall: 'listen' }), { port: '80' }, /端口 80[\s\S]*below 1024/],
    ['an address of another machine', failed('EADDRNOTAVAIL', { syscall: 'listen' }), { host: '10.9.8.7' }, /10\.9\.8\.7[\s\S]*HOST/],
    ['a data folder of somebody else', failed('EACCES', { syscall: 'mkdir', path: '/srv/data/postgres' }), {}, /\/srv\/data\/postgres[\s\S]*AFTERCARE_DATA/],
    ['a file in the place of the data folder', failed('EEXIST', { syscall: 'mkdir', path: '/srv/data' }), {}, /是文件[\s\S]*not a folder/],
    ['a full disk', failed('ENOSPC', { syscall: 'write' }), {}, /磁盘满了[\s\S]*\/srv\/data/],
    ['a full disk, in the words of initdb', new Error('initdb: could not extend file: No space left on device'), {}, /磁盘满了/],
    ['a database that is not there', failed('ECONNREFUSED', { syscall: 'connect' }), { ownDatabase: true }, /DATABASE_URL[\s\S]*address, user, password/],
    ['a database that does not know the password', failed('28P01'), { ownDatabase: true }, /DATABASE_URL/],
    ['what was written for people already', new Error('数据库没有启动 The database did not start'), {}, /^数据库没有启动/],
  ])('%s', (_what, error, more, says) => {
    const told = troubleOf(error, { ...around, ...more });
    expect(told).toMatch(says);
    expect(told).toMatch(/\p{Script=Han}[\s\S]*[A-Za-z]{3}/u);
    expect(told).not.toMatch(/\n\s+at /);
  });

  it('and what nobody expected is told with all there is', () => {
    expect([troubleOf(new TypeError('x is not a function'), around), troubleOf('a word', around), troubleOf(failed('ECONNREFUSED', { syscall: 'connect' }), around)]).toEqual([null, null, null]);
  });
});
