import type { Config } from '#platform/config/index.ts';

type Kept = Pick<Config, 'host' | 'dataFolder' | 'databaseUrl'>;

/** Why `--empty` gave no link, or cannot listen where others reach it: there are companies already. Says what to type instead. */
export function emptyInVain({ host, dataFolder, databaseUrl }: Kept, slugs: readonly string[]): string {
  const [zh, en] = databaseUrl === undefined ? [`数据目录 ${dataFolder}`, `the data folder ${dataFolder}`] : ['DATABASE_URL 的数据库', 'the database of DATABASE_URL'];
  const settings = [...(host === '127.0.0.1' ? [] : [`HOST=${host}`]), ...(databaseUrl === undefined ? [] : ['DATABASE_URL=…']), 'AFTERCARE_DATA=../aftercare-data'];
  return [
    `  --empty 没有起作用：${zh} 里已有公司（${slugs.join('、')}），因此没有首次设置链接。要新建公司，请另用一个数据目录：`,
    `  --empty changed nothing: ${en} already holds companies (${slugs.join(', ')}), so there is no link to set up the first. For a new one take another:`,
    `    ${settings.join(' ')} npm start -- --empty`,
  ].join('\n');
}
