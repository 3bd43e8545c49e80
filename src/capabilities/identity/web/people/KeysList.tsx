import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Popconfirm, Table, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, partWords, Moment, problemText, useEnter, useSubmission, useWords } from '#ui/index.ts';
import { addKey, readKeys, revokeKey, type Key } from '../calls.ts';
import { identityWords } from '../words.ts';

/** Keys for programs. A key is shown once, when it is made. */
export function KeysList(): ReactElement {
  const say = useWords(identityWords);
  const keys = useQuery({ queryKey: ['keys'], queryFn: readKeys });
  const { add, revoke } = useKeySteps();
  const [name, setName] = useState('');
  const make = (): void => { if (name.trim() !== '') void add(name.trim()).then((made) => made && setName('')); };
  const enter = useEnter(make);
  return (
    <>
      <div className="line">
        <Input aria-label={say('keyName')} placeholder={say('keyName')} maxLength={80} value={name} onChange={(event) => setName(event.target.value)} onKeyDown={enter} />
        <Button type="primary" onClick={make} disabled={name.trim() === ''}>{say('addKey')}</Button>
      </div>
      <Answer of={keys}>{(rows) => (
        <Table<Key> rowKey="id" className="spaced" dataSource={rows} pagination={false} scroll={{ x: 'max-content' }} locale={{ emptyText: say('noKeys') }} columns={[
          { title: say('keyName'), dataIndex: 'name' },
          { title: say('createdAt'), render: (_, key) => <Moment at={key.createdAt} /> },
          { title: say('state'), render: (_, key) => (key.revoked ? say('revoked') : say('inUse')) },
          { title: '', render: (_, key) => !key.revoked && <Popconfirm title={say('revokeAsk', { name: key.name })} okText={say('revoke')} onConfirm={() => void revoke(key)}><Button type="link">{say('revoke')}</Button></Popconfirm> },
        ]} />
      )}</Answer>
    </>
  );
}

function useKeySteps(): { add: (name: string) => Promise<boolean>; revoke: (key: Key) => Promise<void> } {
  const say = useWords(identityWords);
  const sayCommon = useWords(partWords);
  const { message, modal } = App.useApp();
  const cache = useQueryClient();
  const submission = useSubmission();
  const attempt = async (step: () => Promise<void>): Promise<boolean> => {
    try {
      await step();
      submission.done();
      await cache.invalidateQueries({ queryKey: ['keys'] });
      return true;
    } catch (failed) {
      message.warning(problemText(failed, sayCommon));
      return false;
    }
  };
  return {
    add: (name) => attempt(async () => {
      const made = await addKey({ name }, submission.keyFor({ name }));
      modal.info({ title: say('keyOnce'), content: made.key === undefined ? made.note : <Typography.Text copyable code>{made.key}</Typography.Text>, width: 560 });
    }),
    revoke: async (key) => { await attempt(async () => { await revokeKey(key.id, submission.keyFor(['revoke', key.id])); }); },
  };
}
