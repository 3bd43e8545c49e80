import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Answer, Moment, Nothing, useWords } from '#ui/index.ts';
import type { ExportJson } from '../../contract.ts';
import { exportFile, myExportsQuery } from '../calls.ts';
import { paperWords } from '../words.ts';

/** 我的导出: every sheet one asked for, also the long ones that are made in the background, with how far they are and the file. */
export default function ExportsPage(): ReactElement {
  const say = useWords(paperWords);
  const exports = useQuery(myExportsQuery);
  return (
    <>
      <h1>{say('myExports')}</h1>
      <p className="quiet">{say('myExportsMean')}</p>
      <Answer of={exports} rows={6}>{(found) => (found.length === 0 ? <Nothing text={say('noExports')} />
        : <ul className="rows">{found.map((each) => <li key={each.id}><ExportLine made={each} /></li>)}</ul>
      )}</Answer>
    </>
  );
}

function ExportLine({ made }: { made: ExportJson }): ReactElement {
  const say = useWords(paperWords);
  const n = made.rows.toLocaleString('en');
  return (
    <div className="line export-line">
      <b>{made.title}</b> <Moment at={made.at} />
      <span role="status">{made.state === 'failed' ? say('failed') : made.state === 'done' ? say('made', { n }) : made.state === 'waiting' ? say('waiting') : say('writing', { n })}</span>
      {made.personal && <span className="tag">{say('withPersonal')}</span>}
      <span className="grow" />
      {made.state === 'done' && (made.until === null || made.id === null ? <span className="quiet">{say('gone')}</span>
        : <><span className="quiet">{say('until')} <Moment at={made.until} /></span> <Button href={exportFile(made.id)} download>{say('download')}</Button></>)}
    </div>
  );
}
