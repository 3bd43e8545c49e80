import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { Moment, Trouble, useSubmission, useWords } from '#ui/index.ts';
import type { CustomerImported, ImportBatch } from '../../contract.ts';
import type { CustomerSheetName } from '../../rules/customers/sheets.ts';
import { batchesQuery, checkCustomers, importCustomers, undoImport } from '../calls.ts';
import { CustomersSheet } from './CustomersSheet.tsx';
import type { UploadedCustomers } from './uploaded.ts';
import { importWords } from './words.ts';

/** One sort of sheet: look, import, and what was imported before. */
export function CustomerImport({ sheet }: { sheet: CustomerSheetName }): ReactElement {
  const say = useWords(importWords);
  const cache = useQueryClient();
  const submission = useSubmission();
  const [uploaded, upload] = useState<UploadedCustomers | null>(null);
  const [done, setDone] = useState<CustomerImported | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [under, setUnder] = useState(false);
  const go = async ({ file, name, check }: UploadedCustomers): Promise<void> => {
    setTrouble(null);
    setUnder(true);
    try {
      const body = { sheet, file, name, mapping: check.mapping };
      setDone(await importCustomers(body, submission.keyFor(body)));
      submission.done();
      await Promise.all(['customers', 'customer', 'customer-imports', 'projects'].map((name) => cache.invalidateQueries({ queryKey: [name] })));
    } catch (failed) {
      setTrouble(failed);
    }
    setUnder(false);
  };
  return (
    <div className="column">
      {done ? (
        <><Alert type={done.counts.wrong > 0 ? 'warning' : 'success'} showIcon title={say('imported', { n: done.counts.new, same: done.counts.same, wrong: done.counts.wrong })} />
          <div className="line"><Button onClick={() => { setDone(null); upload(null); }}>{say('another')}</Button></div></>
      ) : (
        <><CustomersSheet sheet={sheet} check={checkCustomers} uploaded={uploaded} change={upload} />
          {trouble !== null && <Trouble trouble={trouble} />}
          {uploaded && uploaded.check.counts.new > 0 && <div className="line"><Button type="primary" loading={under} onClick={() => void go(uploaded)}>{say('import', { n: uploaded.check.counts.new })}</Button></div>}</>
      )}
      <Earlier />
    </div>
  );
}

function Earlier(): ReactElement | null {
  const say = useWords(importWords);
  const batches = useQuery(batchesQuery).data ?? [];
  if (batches.length === 0) return null;
  return <section aria-label={say('earlier')}><h2>{say('earlier')}</h2><ul className="rows">{batches.map((batch) => <li key={batch.id}><Batch of={batch} /></li>)}</ul></section>;
}

function Batch({ of }: { of: ImportBatch }): ReactElement {
  const say = useWords(importWords);
  const { message } = App.useApp();
  const cache = useQueryClient();
  const submission = useSubmission();
  const [trouble, setTrouble] = useState<unknown>(null);
  const undo = async (): Promise<void> => {
    try {
      const { removed } = await undoImport(of.id, submission.keyFor(of.id));
      submission.done();
      void message.success(say('tookBack', { n: removed }));
      await Promise.all(['customers', 'customer', 'customer-imports', 'projects'].map((name) => cache.invalidateQueries({ queryKey: [name] })));
    } catch (failed) {
      setTrouble(failed);
    }
  };
  return (
    <div className="line">
      <span>{say('earlierRow', { sheet: say(of.sheet), file: of.file, n: of.brought })}</span><span className="quiet"><Moment at={of.at} /> {of.by}</span>
      {of.undone && <span className="quiet">{of.kept > 0 ? say('undoneKept', { n: of.kept }) : say('undone')}</span>}
      {of.undoUntil !== null && <><span className="quiet">{say('undoUntil')} <Moment at={of.undoUntil} /></span><Button size="small" onClick={() => void undo()}>{say('undo')}</Button></>}
      {trouble !== null && <Trouble trouble={trouble} />}
    </div>
  );
}
