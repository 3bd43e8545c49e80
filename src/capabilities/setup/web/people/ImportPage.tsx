import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Tabs } from 'antd';
import { useState, type ReactElement } from 'react';
import { useMe } from '#capabilities/identity/web/index.ts';
import { Answer, Nothing, Trouble, useSubmission, useWords } from '#ui/index.ts';
import type { ImportAnswer } from '../../contract.ts';
import { CUSTOMER_SHEETS } from '../../rules/customers/sheets.ts';
import type { Company } from '../../rules/people.ts';
import { groundQuery, importPeople, settingsLooks } from '../calls.ts';
import { CustomerImport } from '../customers/CustomerImport.tsx';
import { importWords } from '../customers/words.ts';
import { setupWords } from '../words.ts';
import { bodyOf } from './body.ts';
import { WithoutHolder } from './DryRun.tsx';
import { FirstPasswords } from './FirstPasswords.tsx';
import { PeopleSheet } from './PeopleSheet.tsx';
import { checkedOf, countRows, type Uploaded } from './uploaded.ts';
import '../set-up.css';

/** 导入: people, customers, homes and devices from Excel; nobody is removed. */
export default function ImportPage(): ReactElement {
  const say = useWords(setupWords);
  const sayImport = useWords(importWords);
  const me = useMe();
  const ground = useQuery({ ...groundQuery, enabled: me.administrator });
  if (!me.administrator) return <Nothing text={say('onlyAdministrators')} />;
  return (
    <div className="set-up-page">
      <h1>{sayImport('title')}</h1>
      <Tabs destroyOnHidden items={[
        ...CUSTOMER_SHEETS.map((sheet) => ({ key: sheet, label: sayImport(sheet), children: <CustomerImport sheet={sheet} /> })),
        { key: 'people', label: sayImport('people'), children: <Answer of={ground}>{(company) => <Import company={company} />}</Answer> },
      ]} />
    </div>
  );
}

function Import({ company }: { company: Company }): ReactElement {
  const say = useWords(setupWords);
  const cache = useQueryClient();
  const submission = useSubmission();
  const [uploaded, upload] = useState<Uploaded | null>(null);
  const [done, setDone] = useState<ImportAnswer | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [under, setUnder] = useState(false);
  const counts = countRows(checkedOf(uploaded, company));
  const go = async (from: Uploaded): Promise<void> => {
    setTrouble(null);
    setUnder(true);
    try {
      const body = bodyOf(from);
      setDone(await importPeople(body, submission.keyFor(body)));
      submission.done();
      await cache.invalidateQueries({ queryKey: ['people'] });
    } catch (failed) {
      setTrouble(failed);
    }
    setUnder(false);
  };
  if (done) return <Done done={done} again={() => { setDone(null); upload(null); }} />;
  const n = counts.new + counts.changed;
  return (
    <div className="column">
      <PeopleSheet uploaded={uploaded} change={upload} company={company} looks={settingsLooks} />
      {trouble !== null && <Trouble trouble={trouble} />}
      {uploaded && n > 0 && <div className="line"><Button type="primary" loading={under} onClick={() => void go(uploaded)}>{say('import', { n })}</Button></div>}
    </div>
  );
}

function Done({ done, again }: { done: ImportAnswer; again: () => void }): ReactElement {
  const say = useWords(setupWords);
  const { new: fresh, changed, wrong } = countRows(done.rows);
  return (
    <div className="column">
      <Alert type={wrong > 0 ? 'warning' : 'success'} showIcon title={say('imported', { fresh, changed, wrong })} />
      <FirstPasswords answer={done} />
      <WithoutHolder titles={done.withoutHolder} />
      <div className="line"><Button onClick={again}>{say('another')}</Button></div>
    </div>
  );
}
