import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Dropdown, Popconfirm, Table, type TableProps } from 'antd';
import { useState, type ReactElement } from 'react';
import { holds, useMe } from '#capabilities/identity/web/index.ts';
import { Answer, Moment, Nothing, partWords, problemText, useLanguage, useSubmission, useWords } from '#ui/index.ts';
import type { ChannelJson, ChannelKindJson, ChannelsAnswer } from '../contract.ts';
import { channelsQuery, removeChannel } from './calls.ts';
import { ChannelPanel } from './ChannelPanel.tsx';
import { contactWords } from './words.ts';

/** 通知与对接: the ways by which notices reach people outside the page. */
export default function ChannelsPage(): ReactElement {
  const say = useWords(contactWords);
  const me = useMe();
  if (!me.administrator && !holds(me, 'oversee')) return <Nothing text={say('onlySetters')} />;
  return (
    <>
      <h1>{say('channels')}</h1>
      <p className="quiet">{say('intro')}</p>
      <Channels />
    </>
  );
}

function Channels(): ReactElement {
  const channels = useQuery(channelsQuery);
  return <Answer of={channels}>{(found) => <ChannelList found={found} />}</Answer>;
}

/** Which channel is open: one there is, or a new one of a kind. */
interface Opened { readonly kind: ChannelKindJson; readonly channel: ChannelJson | null }

function ChannelList({ found }: { found: ChannelsAnswer }): ReactElement {
  const say = useWords(contactWords);
  const { language } = useLanguage();
  const [opened, open] = useState<Opened | null>(null);
  const edit = (channel: ChannelJson): void => {
    const kind = found.kinds.find((each) => each.kind === channel.kind);
    if (kind) open({ kind, channel });
  };
  const columns = useColumns(found.kinds, edit);
  const items = found.kinds.map((kind) => ({ key: kind.kind, label: <span>{kind.title[language]} <span className="quiet">{kind.hint[language]}</span></span>, onClick: () => open({ kind, channel: null }) }));
  return (
    <>
      {found.note !== null && <Alert className="spaced" type="info" showIcon title={found.note} />}
      <div className="line spaced"><Dropdown trigger={['click']} menu={{ items }}><Button type="primary">{say('add')}</Button></Dropdown></div>
      <Table rowKey="id" className="spaced" columns={columns} dataSource={found.items} pagination={false} scroll={{ x: 'max-content' }} locale={{ emptyText: say('none') }} />
      {opened && <ChannelPanel key={opened.channel?.id ?? opened.kind.kind} kind={opened.kind} channel={opened.channel} close={() => open(null)} />}
    </>
  );
}

function useColumns(kinds: readonly ChannelKindJson[], edit: (channel: ChannelJson) => void): NonNullable<TableProps<ChannelJson>['columns']> {
  const say = useWords(contactWords);
  const { language } = useLanguage();
  const remove = useRemoving();
  return [
    { title: say('name'), render: (_, channel) => <Button type="link" className="flush" onClick={() => edit(channel)}>{channel.name}</Button> },
    { title: say('kind'), render: (_, { kind }) => kinds.find((each) => each.kind === kind)?.title[language] ?? kind },
    { title: say('classes'), render: (_, { classes }) => classes.map((each) => say(each)).join(language === 'zh' ? '、' : ', ') },
    { title: say('who'), render: (_, channel) => <Meaning channel={channel} /> },
    { title: say('state'), render: (_, channel) => <State channel={channel} /> },
    { title: say('answered'), render: (_, { answered }) => (answered ? <span className="answered">{answered.text} <span className="quiet"><Moment at={answered.at} /></span></span> : '—') },
    { title: '', render: (_, channel) => (
      <Popconfirm title={say('removeAsk', { name: channel.name })} okText={say('remove')} onConfirm={() => void remove(channel)}><Button type="link">{say('remove')}</Button></Popconfirm>
    ) },
  ];
}

function Meaning({ channel: { units, positions } }: { channel: ChannelJson }): ReactElement {
  const say = useWords(contactWords);
  const parts = [units.length > 0 ? `${say('units')} ${units.length}` : '', positions.length > 0 ? `${say('positions')} ${positions.length}` : ''].filter((part) => part !== '');
  return <span>{parts.length === 0 ? say('everybody') : parts.join(' · ')}</span>;
}

function State({ channel: { active, shutUntil } }: { channel: ChannelJson }): ReactElement {
  const say = useWords(contactWords);
  if (!active) return <span className="quiet">{say('off')}</span>;
  return <span>{shutUntil === null ? say('on') : say('shut', { at: shutUntil.slice(11, 16) })}</span>;
}

function useRemoving(): (channel: ChannelJson) => Promise<void> {
  const say = useWords(contactWords);
  const sayParts = useWords(partWords);
  const { message } = App.useApp();
  const cache = useQueryClient();
  const submission = useSubmission();
  return async ({ id }) => {
    try {
      await removeChannel(id, submission.keyFor(['remove', id]));
      submission.done();
      await cache.invalidateQueries({ queryKey: ['channels'] });
      message.success(say('removed'));
    } catch (failed) {
      message.warning(problemText(failed, sayParts));
    }
  };
}
