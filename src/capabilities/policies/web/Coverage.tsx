import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { CARRIED, type Carried } from './rules/shown.ts';
import { policyWords } from './words.ts';

interface Props { readonly counts: Readonly<Record<string, number>>; readonly total: number; readonly carried: Carried | null; readonly narrowTo: (carried: Carried | null) => void }

/** How many clauses are carried in which way; every number opens its rows. */
export function Coverage({ counts, total, carried, narrowTo }: Props): ReactElement {
  const say = useWords(policyWords);
  return (
    <div className="chips" role="group" aria-label={say('coverage')}>
      <Button aria-pressed={carried === null} type={carried === null ? 'primary' : 'default'} onClick={() => narrowTo(null)}>{say('total', { n: total })}</Button>
      {CARRIED.map((one) => (
        <Button key={one} aria-pressed={carried === one} type={carried === one ? 'primary' : 'default'} title={say(`${one}Means`)} onClick={() => narrowTo(one)}>
          {say(one)} {counts[one] ?? 0} · {total === 0 ? 0 : Math.round(((counts[one] ?? 0) / total) * 100)}%
        </Button>
      ))}
    </div>
  );
}
