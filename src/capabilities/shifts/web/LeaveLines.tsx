import { Alert, Button, Select, Tag } from 'antd';
import { useState, type ReactElement } from 'react';
import { Moment, useWords } from '#ui/index.ts';
import type { LeavePlan } from '../contract.ts';
import { enterLeave, type Leave } from './calls.ts';
import { useStep } from './useStep.ts';
import { shiftWords } from './words.ts';

interface Props { readonly plan: LeavePlan; readonly leave: Leave; readonly done: (name: string) => void }

/** What falls due meanwhile, each line with its substitute; whatever is new goes to the first of them. */
export function LeaveLines({ plan, leave, done }: Props): ReactElement {
  const say = useWords(shiftWords);
  const step = useStep();
  const [substitute, choose] = useState(plan.proposed);
  const [lines, line] = useState<Readonly<Record<string, string>>>({});
  const options = plan.candidates.map((each) => ({ value: each.id, disabled: each.away, label: each.away ? say('awayThen', { name: each.name }) : each.name }));
  const confirm = async (): Promise<void> => {
    if (substitute === null) return;
    const named = Object.entries(lines).filter(([, by]) => by !== substitute).map(([matter, by]) => ({ matter, substitute: by }));
    const body = { ...leave, substitute, lines: named };
    if (await step(body, (key) => enterLeave(body, key))) done(plan.candidates.find((each) => each.id === substitute)?.name ?? '—');
  };
  if (plan.refused !== null) return <Alert className="spaced" type="warning" showIcon title={plan.refused} />;
  return (
    <>
      <div className="line spaced">
        <span className="field-label">{say('substituteAll')}</span>
        <Select aria-label={say('substituteAll')} className="unit-choice" showSearch={{ optionFilterProp: 'label' }} options={options} value={substitute} onChange={choose} />
      </div>
      <h3>{plan.lines.length === 0 ? say('noLines') : say('linesTitle', { n: plan.lines.length })}</h3>
      {plan.lines.length > 0 && (
        <table className="sheet-table">
          <thead><tr>{(['number', 'subject', 'what', 'due', 'substitute'] as const).map((column) => <th key={column} scope="col">{say(column)}</th>)}</tr></thead>
          <tbody>
            {plan.lines.map((row) => (
              <tr key={row.matter}>
                <td data-title={say('number')}>{row.number}</td>
                <td data-title={say('subject')}>{row.subject}</td>
                <td data-title={say('what')}><span>{row.what} <Tag>{say(row.group)}</Tag></span></td>
                <td data-title={say('due')} className="number"><Moment at={row.dueAt} end /></td>
                <td data-title={say('substitute')}><Select aria-label={`${say('substitute')} ${row.number}`} className="unit-choice" showSearch={{ optionFilterProp: 'label' }} options={options} value={lines[row.matter] ?? substitute} onChange={(by) => by !== null && line({ ...lines, [row.matter]: by })} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="line spaced"><Button type="primary" disabled={substitute === null} onClick={() => void confirm()}>{say('confirm')}</Button></div>
    </>
  );
}
