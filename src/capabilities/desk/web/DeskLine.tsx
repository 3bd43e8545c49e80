import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import type { ReactElement } from 'react';
import { SeverityFlag, useWords } from '#ui/index.ts';
import { ObligationTime, useChase } from '#capabilities/matters/web/index.ts';
import { useSeverityLevel } from '#capabilities/policies/web/index.ts';
import type { DeskRow } from '../contract.ts';
import type { View } from './calls.ts';
import { deskWords } from './words.ts';

interface Props { readonly row: DeskRow; readonly view: View; readonly chosen: boolean; readonly choose: () => void; readonly ticked: boolean; readonly tick: () => void }

/** One matter on the desk: the time, the act, who and what, and how much more it holds. */
export function DeskLine({ row, view, chosen, choose, ticked, tick }: Props): ReactElement {
  const say = useWords(deskWords);
  const level = useSeverityLevel();
  const heaviness = level(row.matter.kind, row.matter.severity);
  return (
    <div className={`desk-line head-${row.matter.peril ? 3 : heaviness}${chosen ? ' desk-chosen' : ''}`}>
      <Checkbox className="desk-tick" checked={ticked} onChange={tick} aria-label={say('tick', { number: row.matter.number })} />
      <div className="desk-time"><ObligationTime obligation={row.next} /></div>
      <div className="desk-act"><DeskStep row={row} view={view} /></div>
      <button type="button" className="desk-what" aria-pressed={chosen} onClick={choose}>
        <SeverityFlag peril={row.matter.peril} title={row.matter.severityTitle} level={heaviness} /> <b>{row.matter.subject}</b> <span className="quiet">{row.matter.customerName}</span>
      </button>
      <div className="desk-more">
        <Link to="/matters/$id" params={{ id: row.matter.id }} className="number">{row.matter.number}</Link>
        {row.chased > 0 && <span className="tag">{say('chased', { n: row.chased })}</span>}
        {row.others > 0 && <span className="quiet">{say('others', { n: row.others })}</span>}
      </div>
    </div>
  );
}

/** The next step as a button: my act opens its panel at once; what others owe can be chased. */
function DeskStep({ row, view }: { row: DeskRow; view: View }): ReactElement {
  const say = useWords(deskWords);
  const chase = useChase();
  if (view === 'waiting') return <Button onClick={() => void chase(row.matter.id)}>{say('chase')}</Button>;
  const decides = view === 'approvals';
  return <Link to="/matters/$id" params={{ id: row.matter.id }} search={decides ? {} : { act: row.next.act }} className="step-link">{decides ? say('decide') : row.next.actTitle}</Link>;
}
