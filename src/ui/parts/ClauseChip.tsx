import { Tooltip } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '../words/index.ts';
import { partWords } from '../words/parts.ts';

/** The clause behind something, as a small chip; its words on hover and focus where they are known. */
export function ClauseChip({ clause, text = '' }: { clause: string; text?: string }): ReactElement | null {
  const say = useWords(partWords);
  if (clause === '') return null;
  const chip = <span className="clause" tabIndex={text === '' ? -1 : 0}>{say('clause', { id: clause })}</span>;
  return text === '' ? chip : <Tooltip title={text} trigger={['hover', 'focus']}>{chip}</Tooltip>;
}

/** Several clauses beside each other. */
export function ClauseChips({ clauses, texts = [] }: { clauses: readonly string[]; texts?: readonly string[] }): ReactElement {
  return <span className="clauses">{clauses.map((clause, i) => <ClauseChip key={clause} clause={clause} text={texts[i] ?? ''} />)}</span>;
}
