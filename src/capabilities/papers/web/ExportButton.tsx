import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button, Popover } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, partWords, problemText, useSubmission, useWords } from '#ui/index.ts';
import type { ExportJson } from '../contract.ts';
import { askExport, exportFile, exportQuery, exportSizeQuery, type Filter } from './calls.ts';
import { paperWords } from './words.ts';
import './papers.css';

interface Props {
  /** Name of the list: matters, obligations, refusals, customers, people, exports, desk, notices. */
  readonly list: string;
  /** What the page is narrowed to now. */
  readonly filter?: Filter;
}

/** 导出 ▾ over a list: how many rows, and the file; long lists are made in the background while one goes on working. */
export default function ExportButton({ list, filter = {} }: Props): ReactElement {
  const say = useWords(paperWords);
  const [open, setOpen] = useState(false);
  return (
    <Popover trigger="click" open={open} onOpenChange={setOpen} placement="bottomRight" destroyOnHidden content={<ExportSheet list={list} filter={filter} />}>
      <Button icon={<DownloadOutlined />} aria-haspopup="dialog" aria-expanded={open}>{say('exports')} ▾</Button>
    </Popover>
  );
}

/** Once asked for, an export stays in view under its list and filter, also when the sheet is closed and opened again. */
const asked = new Map<string, string>();

function ExportSheet({ list, filter }: Required<Props>): ReactElement {
  const name = JSON.stringify([list, filter]);
  const [id, setId] = useState(() => asked.get(name) ?? null);
  const begin = (made: ExportJson): void => {
    if (made.id === null) return;
    asked.set(name, made.id);
    setId(made.id);
    if (made.state === 'done') location.assign(exportFile(made.id));
  };
  const job = useQuery({ ...exportQuery(id ?? ''), enabled: id !== null });
  const underWay = id !== null && job.data?.state !== 'done' && job.data?.state !== 'failed';
  return <div className="export-sheet">{id !== null && <Progress id={id} />}{!underWay && <Ask list={list} filter={filter} begin={begin} />}</div>;
}

function Ask({ list, filter, begin }: Required<Props> & { readonly begin: (made: ExportJson) => void }): ReactElement {
  const say = useWords(paperWords);
  const sayTrouble = useWords(partWords);
  const { message } = App.useApp();
  const size = useQuery(exportSizeQuery(list, filter));
  const submission = useSubmission();
  const [busy, setBusy] = useState(false);
  const start = async (): Promise<void> => {
    setBusy(true);
    try {
      begin(await askExport(list, filter, submission.keyFor({ list, filter })));
      submission.done();
    } catch (failed) {
      message.warning(problemText(failed, sayTrouble));
    } finally {
      setBusy(false);
    }
  };
  if (size.isPending) return <p className="quiet" role="status">{say('counting')}</p>;
  return (
    <Answer of={size} rows={1}>{(found) => (
      <>
        <Button type="primary" loading={busy} disabled={found.rows === 0} onClick={() => void start()}>{say(found.background ? 'allOver' : 'all', { n: found.rows.toLocaleString('en') })}</Button>
        {!found.personal && <p className="quiet">{say('masked')}</p>}
      </>
    )}</Answer>
  );
}

function Progress({ id }: { readonly id: string }): ReactElement {
  const say = useWords(paperWords);
  const job = useQuery(exportQuery(id));
  return (
    <Answer of={job} rows={1}>{(found) => {
      if (found.state === 'failed') return <p role="status">{say('failed')}</p>;
      if (found.state !== 'done') return <p role="status">{say('making', { n: found.rows.toLocaleString('en') })} <Link to="/exports">{say('myExports')}</Link></p>;
      return <p role="status">{say('made', { n: found.rows.toLocaleString('en') })} {found.until !== null && <a href={exportFile(id)} download>{say('download')}</a>}</p>;
    }}</Answer>
  );
}
