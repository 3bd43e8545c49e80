import { useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, Moment, Nothing, useWords } from '#ui/index.ts';
import { handoverQuery, handoversQuery, paperAddress } from './calls.ts';
import { Sheet } from './Sheet.tsx';
import { shiftWords } from './words.ts';

/** Sheets signed before; one opened shows itself as it was signed. */
export function Earlier({ unit }: { unit: string }): ReactElement {
  const say = useWords(shiftWords);
  const [opened, open] = useState<string | null>(null);
  const sheets = useQuery(handoversQuery(unit));
  return (
    <>
      <div className="no-print">
        <Answer of={sheets}>{({ items }) => (items.length === 0 ? <Nothing text={say('noEarlier')} /> : (
          <Table rowKey="id" dataSource={items} pagination={false} scroll={{ x: 'max-content' }} columns={[
            { title: say('drawn'), render: (_, row) => <Moment at={row.drawnAt} /> },
            { title: say('giver'), render: (_, row) => row.giver?.name ?? say('unsigned') },
            { title: say('taker'), render: (_, row) => (row.taker ? <>{row.taker.name} <Moment at={row.taker.at} /></> : say('unsigned')) },
            { title: '', render: (_, row) => say('mattersN', { n: row.matters }) },
            { title: '', render: (_, row) => <Button type="link" onClick={() => open(row.id)}>{say('open')}</Button> },
          ]} />
        ))}</Answer>
      </div>
      {opened !== null && <Opened id={opened} />}
    </>
  );
}

function Opened({ id }: { id: string }): ReactElement {
  const say = useWords(shiftWords);
  return (
    <div className="spaced">
      <div className="line no-print"><span className="grow" /><Button href={paperAddress({ id })} target="_blank">{say('print')}</Button></div>
      <Answer of={useQuery(handoverQuery(id))} rows={8}>{(found) => <Sheet sheet={found.sheet} signed={found} />}</Answer>
    </div>
  );
}
