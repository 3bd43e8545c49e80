import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Table } from 'antd';
import type { ComponentType, ReactElement } from 'react';
import { Answer, ClauseChips, Moment, Nothing, Older, useWords } from '#ui/index.ts';
import { holds, useMe } from '#capabilities/identity/web/index.ts';
import { PAGE, refusalsQuery } from '../calls.ts';
import { matterWords } from '../words.ts';

/** What another capability puts here: the sheet the list leaves as. */
export interface RefusalsSlots { readonly exporting?: ComponentType }

/** 办理条件拒绝记录: which conditions stand in whose way, how often. */
export default function RefusalsPage({ exporting: Exporting }: RefusalsSlots): ReactElement {
  const say = useWords(matterWords);
  const me = useMe();
  if (!holds(me, 'oversee')) return <Nothing text={say('onlyManagers')} />;
  return <><div className="line"><h1>{say('refusals')}</h1><span className="grow" />{Exporting && <Exporting />}</div><p className="quiet">{say('refusalsMean')}</p><Register /></>;
}

function Register(): ReactElement {
  const say = useWords(matterWords);
  const refusals = useInfiniteQuery(refusalsQuery);
  return (
    <Answer of={refusals} rows={10}>{(found) => {
      const rows = found.pages.flatMap((page) => page.items);
      if (rows.length === 0) return <Nothing text={say('noRefusals')} />;
      return (
        <>
          <Table rowKey="id" dataSource={rows} pagination={false} scroll={{ x: 800 }} columns={[
            { title: say('when'), width: 150, render: (_, row) => <Moment at={row.at} /> },
            { title: say('who'), width: 100, dataIndex: 'whoName' },
            { title: say('reason'), render: (_, row) => row.texts.join('；') },
            { title: '', width: 200, render: (_, row) => <ClauseChips clauses={row.clause} /> },
            { title: say('matter'), width: 80, render: (_, row) => (row.matter === null ? '—' : <Link to="/matters/$id" params={{ id: row.matter }}>{say('openMatter')}</Link>) },
          ]} />
          <Older pages={refusals} size={PAGE} />
        </>
      );
    }}</Answer>
  );
}
