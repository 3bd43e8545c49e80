import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { rowsInWords } from '../../rules/samples.ts';
import { setupWords } from '../words.ts';

/** Examples of the template that were left in are named, so that nobody wonders where they went. */
export function Samples({ rows }: { rows: readonly number[] }): ReactElement | null {
  const say = useWords(setupWords);
  return rows.length === 0 ? null : <Alert type="info" showIcon title={say('samples', { rows: rowsInWords(rows) })} />;
}
