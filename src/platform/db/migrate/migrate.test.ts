import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { asOwner, migrate, MigrationRefused, uuidv7, type Connection } from '../index.ts';
import { statementsOf } from './split.ts';

const server = inject('postgres');
const folder = await mkdtemp(join(tmpdir(), 'migrations-'));
const made: string[] = [];
let connection: Connection;

const rows = <R extends object>(text: string) => asOwner(connection, (run) => run<R>({ text, values: [] }));
const onServer = (text: string) => asOwner({ ...server, database: 'postgres' }, (run) => run({ text, values: [] }));
const file = (name: string, text: string) => writeFile(join(folder, name), text);

beforeEach(async () => {
  const name = `test_${uuidv7().replaceAll('-', '')}`;
  await onServer(`create database ${name}`);
  made.push(name);
  connection = { ...server, database: name };
  await rm(folder, { recursive: true });
  await mkdir(folder);
  await file('0001_first.sql', "-- the first\ncreate table a (n integer);\ninsert into a values (1);\n");
});

afterAll(async () => {
  for (const name of made) await onServer(`drop database ${name}`);
  await rm(folder, { recursive: true });
});

describe('migrating', () => {
  it('runs each file once, in order', async () => {
    await file('0002_second.sql', 'alter table a add m integer default 2;\n');
    expect(await migrate(connection, folder)).toEqual(['0001_first.sql', '0002_second.sql']);
    expect(await migrate(connection, folder)).toEqual([]);
    expect(await rows('select * from a')).toEqual([{ n: 1, m: 2 }]);
  });

  it('lets two processes that start at once do it one after the other', async () => {
    const ran = await Promise.all([migrate(connection, folder), migrate(connection, folder)]);
    expect(ran.flat()).toEqual(['0001_first.sql']);
  });

  it('leaves nothing of a file that fails, and names it', async () => {
    await file('0002_bad.sql', 'create table b ();\nselect nonsense;\n');
    await expect(migrate(connection, folder)).rejects.toThrow(/0002_bad\.sql failed: .*nonsense/);
    expect(await rows("select name from migration")).toEqual([{ name: '0001_first.sql' }]);
    expect(await rows("select to_regclass('b') as b")).toEqual([{ b: null }]);
  });

  it('refuses a file that was changed after it had run', async () => {
    await migrate(connection, folder);
    await file('0001_first.sql', 'create table a (n bigint);\n');
    await expect(migrate(connection, folder)).rejects.toThrow(MigrationRefused);
  });

  it('takes other line ends for no change', async () => {
    await migrate(connection, folder);
    await file('0001_first.sql', "-- the first\r\ncreate table a (n integer);\r\ninsert into a values (1);\r\n");
    expect(await migrate(connection, folder)).toEqual([]);
  });

  it('refuses a database that is newer than the program, and a file that comes too late', async () => {
    await file('0003_third.sql', 'select 1;\n');
    await migrate(connection, folder);
    await file('0002_late.sql', 'select 1;\n');
    await expect(migrate(connection, folder)).rejects.toThrow(/0002_late\.sql would come before 0003/);
    await rm(join(folder, '0003_third.sql'));
    await rm(join(folder, '0002_late.sql'));
    await expect(migrate(connection, folder)).rejects.toThrow(/newer than the program/);
  });

  it('refuses twins and names without a number', async () => {
    await file('0001_twin.sql', 'select 1;\n');
    await expect(migrate(connection, folder)).rejects.toThrow(/same number/);
    await rm(join(folder, '0001_twin.sql'));
    await file('second.sql', 'select 1;\n');
    await expect(migrate(connection, folder)).rejects.toThrow(/four digits/);
  });

  it('works for an owner who is not the superuser', async () => {
    const user = `owner_${uuidv7().slice(-12)}`;
    await onServer(`create role ${user} login createrole`);
    await rows(`grant all on schema public to ${user}`);
    const theirs = { ...connection, user } as Connection;
    await onServer(`grant aftercare_app, aftercare_due to ${user} with admin option`);
    await migrate(theirs, folder);
    expect(await rows<{ tableowner: string }>("select tableowner from pg_tables where tablename = 'a'")).toEqual([{ tableowner: user }]);
    await rows(`drop owned by ${user}`);
    await onServer(`drop role ${user}`);
  });
});

describe('the statements of a file', () => {
  it('end at a semicolon at the end of a line, outside of bodies and comments', () => {
    const text = "-- one; two;\nselect 1;\n\ndo $$\nbegin\n  perform 1;\nend $$;\nselect ';' -- why\n  , 2;\ncreate function f() returns int language sql as $body$ select 1;\n$body$;\nselect 3";
    expect(statementsOf(text)).toEqual([
      'select 1;',
      'do $$\nbegin\n  perform 1;\nend $$;',
      "select ';' -- why\n  , 2;",
      'create function f() returns int language sql as $body$ select 1;\n$body$;',
      'select 3',
    ]);
  });
});
