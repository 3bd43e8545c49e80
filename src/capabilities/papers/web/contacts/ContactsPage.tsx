import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Table } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, Moment, Nothing, Older, useClock, useNarrow, useMinute, useWords } from '#ui/index.ts';
import { channelWords } from '#capabilities/matters/web/index.ts';
import type { ContactRow } from '../../contract.ts';
import ExportButton from '../ExportButton.tsx';
import { contactsQuery, PAGE } from '../calls.ts';
import { paperWords } from '../words.ts';
import { ContactFilters } from './ContactFilters.tsx';
import { periodOf, spanOf, type Narrowing } from './rules/period.ts';
import { RegisterPrint } from './RegisterPrint.tsx';
import './contacts.css';

/** 来电来访流水: every call, visit and letter with what became of it; the same leaves as paper and as a sheet. */
export default function ContactsPage(): ReactElement {
  const say = useWords(paperWords);
  const { zone } = useClock();
  const now = useMinute();
  const [narrowing, narrow] = useState<Narrowing>(() => ({ ...periodOf('today', now, zone), channel: '', search: '' }));
  const filter = { ...spanOf(narrowing, zone), channel: narrowing.channel, search: narrowing.search };
  const contacts = useInfiniteQuery(contactsQuery(filter));
  return (
    <div className="contacts">
      <div className="line"><h1>{say('contacts')}</h1><span className="grow" /><RegisterPrint from={filter.from} to={filter.to} /><ExportButton list="contacts" filter={filter} /></div>
      <ContactFilters narrowing={narrowing} change={narrow} />
      <Answer of={contacts} rows={10}>{(found) => {
        const rows = found.pages.flatMap((page) => page.items);
        return rows.length === 0 ? <Nothing text={say('noContacts')} /> : <><Register rows={rows} /><Older pages={contacts} size={PAGE} /></>;
      }}</Answer>
    </div>
  );
}

function Register({ rows }: { rows: readonly ContactRow[] }): ReactElement {
  const say = useWords(paperWords);
  const sayChannel = useWords(channelWords);
  const by = (channel: string): string => (channel in channelWords ? sayChannel(channel as keyof typeof channelWords) : channel);
  if (useNarrow()) return <ul className="rows">{rows.map((row) => <li key={`${row.id} ${row.asked}`}><ContactLine row={row} by={by(row.channel)} /></li>)}</ul>;
  return (
    <Table rowKey={(row) => `${row.id} ${row.asked}`} dataSource={rows} pagination={false} scroll={{ x: 1080 }} columns={[
      { title: say('at'), width: 108, render: (_, row) => <Moment at={row.at} /> },
      { title: say('by'), width: 72, render: (_, row) => by(row.channel) },
      { title: say('caller'), width: 186, render: (_, row) => <><b>{row.caller || '—'}</b><div className="quiet"><span className="number">{row.phone}</span> {row.place}</div></> },
      { title: say('contact'), width: 158, render: (_, row) => <>{row.kind}<div><Link to="/matters/$id" params={{ id: row.id }} className="number">{row.number}</Link></div></> },
      { title: say('contents'), render: (_, row) => <div className="contact-words">{row.content}</div> },
      { title: say('passedOn'), width: 130, render: (_, row) => (row.forwardedTo === '' ? '—' : <>{row.forwardedTo}<div className="quiet">{row.acceptedAt === '' ? row.untaken && say('notTaken') : <>{say('taken')} <Moment at={row.acceptedAt} /></>}</div></>) },
      { title: say('result'), width: 120, render: (_, row) => <>{row.result}<div className="quiet">{row.repliedAt === '' ? say('notReplied') : <>{say('replied')} <Moment at={row.repliedAt} /></>}</div></> },
      { title: say('recordedBy'), width: 84, dataIndex: 'recordedBy' },
    ]} />
  );
}

function ContactLine({ row, by }: { row: ContactRow; by: string }): ReactElement {
  return (
    <div className="contact-line">
      <div className="line"><Moment at={row.at} /> <span>{by}</span> <b>{row.caller || '—'}</b></div>
      <Link to="/matters/$id" params={{ id: row.id }} className="number">{row.number}</Link> {row.kind} · {row.result}
      <div className="contact-words">{row.content}</div>
    </div>
  );
}
