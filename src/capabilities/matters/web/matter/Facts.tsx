import { Collapse, Typography } from 'antd';
import type { ReactElement } from 'react';
import { isWord, Moment, useWords } from '#ui/index.ts';
import { channelWords } from '../channels.ts';
import type { MatterJson } from '../../contract.ts';
import { matterWords } from '../words.ts';
import { WhyThis } from './why/Why.tsx';
import { pageWords } from './words.ts';

/** A time among the facts is read as a time, not as its code. */
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u;
const FACTS_OPEN = 8;

/** What was said, and the facts the policy's rules look at. */
export function Facts({ matter }: { matter: MatterJson }): ReactElement {
  const say = useWords(matterWords);
  const sayPage = useWords(pageWords);
  const sayChannel = useWords(channelWords);
  const classes = Object.entries(matter.classTitles);
  const facts = matter.factTitles.filter((fact) => !(fact.name in matter.classTitles));
  return (
    <section aria-label={say('facts')}>
      <h2>{say('content')}</h2>
      <p className="said">{matter.content}</p>
      <p className="quiet">{isWord(channelWords, matter.channel) ? sayChannel(matter.channel) : matter.channel} · <Moment at={matter.receivedAt} /></p>
      <h2>{say('facts')}</h2>
      {classes.length + facts.length === 0 && <p className="quiet">{say('noFacts')}</p>}
      <dl className="facts">
        {classes.map(([name, title]) => <div key={name}><dt>{matter.factTitles.find((fact) => fact.name === name)?.title ?? say('severity')}</dt><dd>{title} <WhyThis matter={matter.id} title={title} of="class" name={name} /></dd></div>)}
        {facts.slice(0, FACTS_OPEN).map((fact) => <Fact key={fact.name} fact={fact} />)}
      </dl>
      {facts.length > FACTS_OPEN && (
        <Collapse ghost className="folds" items={[{ key: 'more', label: sayPage('factsMore', { n: facts.length - FACTS_OPEN }), children: <dl className="facts">{facts.slice(FACTS_OPEN).map((fact) => <Fact key={fact.name} fact={fact} />)}</dl> }]} />
      )}
    </section>
  );
}

function Fact({ fact }: { fact: MatterJson['factTitles'][number] }): ReactElement {
  return <div><dt>{fact.title}</dt><dd>{ISO.test(fact.value) ? <Moment at={fact.value} /> : fact.value}</dd></div>;
}

/** The customer with his full number (this is the matter one is handling), and who is responsible. */
export function CustomerFacts({ matter }: { matter: MatterJson }): ReactElement {
  const say = useWords(matterWords);
  const { customer } = matter;
  return (
    <section aria-label={say('customer')}>
      <h2>{say('customer')}</h2>
      {customer === null ? <p className="quiet">{say('noCustomer')}</p> : (
        <>
          <p><b>{customer.name}</b> {customer.phone !== '' && <Typography.Text copyable={{ text: customer.phone }}><a href={`tel:${customer.phone}`} className="number">{customer.phone}</a></Typography.Text>}</p>
          <p className="quiet">{customer.address}</p>
        </>
      )}
      {Object.keys(matter.roles).length > 0 && <h2>{say('roles')}</h2>}
      <dl className="facts">{Object.entries(matter.roles).map(([role, held]) => <div key={role}><dt>{held.title}</dt><dd>{held.bearerTitle} <WhyThis matter={matter.id} title={held.title} of="role" name={role} /></dd></div>)}</dl>
    </section>
  );
}
