import { Button } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '#ui/index.ts';
import type { ThingName } from './fields.ts';
import type { Doing } from './ThingPanel.tsx';
import { thingWords } from './words.ts';

interface Row { readonly id: string; readonly title: ReactNode; readonly said: readonly ReactNode[]; readonly over: boolean; readonly of: Readonly<Record<string, unknown>> }
interface Props { readonly thing: ThingName; readonly heads: readonly string[]; readonly rows: readonly Row[]; readonly none: string; readonly doing: (doing: Doing) => void }

/** Things of one sort, a row each, with what may be done to each. What has ended is grey, and only read. */
export function ThingTable({ thing, heads, rows, none, doing }: Props): ReactElement {
  const say = useWords(thingWords);
  return (
    <section aria-label={say(thing)} className="things">
      <div className="line things-head"><h2>{say(thing)}</h2><Button onClick={() => doing({ thing, of: null })}>{say(`add_${thing}`)}</Button></div>
      {rows.length === 0 ? <p className="quiet">{none}</p> : (
        <table>
          <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}<th scope="col" aria-label={say('change')} /></tr></thead>
          <tbody>{rows.map((row) => (
            <tr key={row.id} className={row.over ? 'quiet' : ''}>
              <th scope="row">{row.title}</th>
              {row.said.map((cell, at) => <td key={heads[at + 1]} data-head={heads[at + 1]}>{cell}</td>)}
              <td className="things-ways">{!row.over && <ThingWays thing={thing} of={row.of} doing={doing} />}</td>
            </tr>
          ))}</tbody>
        </table>
      )}
    </section>
  );
}

/** What may be done to a thing. A consent is not changed: it is withdrawn, and given anew. */
export function ThingWays({ thing, of, doing }: Pick<Props, 'thing' | 'doing'> & { of: Row['of'] }): ReactElement {
  const say = useWords(thingWords);
  return <>{thing !== 'consents' && <Button type="link" onClick={() => doing({ thing, of })}>{say('change')}</Button>}<Button type="link" onClick={() => doing({ thing, of, end: true })}>{say(`end_${thing}`)}</Button></>;
}
