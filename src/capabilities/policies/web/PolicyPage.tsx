import { useQuery } from '@tanstack/react-query';
import { Button, Select, Tabs } from 'antd';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { Answer, civilOf, instantOf, Moment, Nothing, useClock, useWords } from '#ui/index.ts';
import { useMe } from '#capabilities/identity/web/index.ts';
import type { PolicyPage as Policy } from '../contract.ts';
import { policiesQuery, policyQuery } from './calls.ts';
import { Dictionary, Rules } from './Rules.tsx';
import { PolicyDocument } from './PolicyDocument.tsx';
import { Withdraw } from './Withdraw.tsx';
import { policyWords } from './words.ts';
import './policy.css';

const PublishPanel = lazy(() => import('./PublishPanel.tsx'));

/** 制度中心: the document beside the rules that carry it, and honestly what is not carried. */
export default function PolicyPage(): ReactElement {
  const say = useWords(policyWords);
  const policies = useQuery(policiesQuery);
  const [chosen, choose] = useState<string | null>(null);
  const id = chosen ?? policies.data?.[0]?.id;
  const policy = useQuery(policyQuery(id));
  const { administrator } = useMe();
  const [publishing, publish] = useState(false);
  const button = administrator && <Button onClick={() => publish(true)}>{say('publish')}</Button>;
  return (
    <>
      {publishing && <Suspense><PublishPanel close={() => publish(false)} /></Suspense>}
      <Answer of={policies}>{(list) => (list.length === 0 ? <Nothing text={say('none')}>{button}</Nothing> : (
        <>
          <div className="line">
            <h1>{say('policyCentre')}</h1>
            {button}
            {administrator && policy.data && <Withdraw key={policy.data.id} id={policy.data.id} title={policy.data.title} last={list.length === 1} />}
            {list.length > 1 && <Select aria-label={say('policyCentre')} className="wide" value={id ?? null} onChange={(next: string | null) => choose(next)} options={list.map((one) => ({ value: one.id, label: one.title }))} />}
          </div>
          <Answer of={policy} rows={12}>{(found) => <Whole key={found.version} policy={found} />}</Answer>
        </>
      ))}</Answer>
    </>
  );
}

/** The edition as matters call it, by its year; the check code behind it tells one publishing from another. */
function Edition({ policy: { version, inForceFrom } }: { policy: Policy }): ReactElement {
  const say = useWords(policyWords);
  const { zone } = useClock();
  const code = <small>{say('checkCode', { version: version.slice(0, 8) })}</small>;
  const since = instantOf(inForceFrom);
  return since === null || inForceFrom === null ? <> · {code}</> : <> · {say('edition', { year: civilOf(since, zone).year })} · {say('inForceFrom')} <Moment at={inForceFrom} /> · {code}</>;
}

function Whole({ policy }: { policy: Policy }): ReactElement {
  const say = useWords(policyWords);
  return (
    <>
      <p className="quiet"><b>{policy.title}</b> <Edition policy={policy} /></p>
      <Tabs items={[
        { key: 'document', label: say('document'), children: <PolicyDocument policy={policy} /> },
        { key: 'rules', label: say('rules'), children: <Rules rules={policy.rules} /> },
        { key: 'words', label: say('dictionary'), children: <Dictionary words={policy.words} /> },
      ]} />
    </>
  );
}
