import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { call, partWords, problemText, useSubmission, useWords } from '#ui/index.ts';
import { policyWords } from './words.ts';

/** Takes a policy out of force, after saying what becomes of its matters. */
export function Withdraw({ id, title, last }: { id: string; title: string; /** No other is in force. */ last: boolean }): ReactElement {
  const say = useWords(policyWords);
  const sayPart = useWords(partWords);
  const { message } = App.useApp();
  const cache = useQueryClient();
  const submission = useSubmission();
  const withdraw = async (): Promise<void> => {
    try {
      await call({ method: 'POST', path: `/api/policies/${encodeURIComponent(id)}/withdraw`, schema: z.null(), key: submission.keyFor({ id }) });
      submission.done();
      message.success(say('withdrawn', { title }));
      // Menus, kinds and rights may all be others now.
      await cache.invalidateQueries();
    } catch (trouble) {
      message.error(problemText(trouble, sayPart));
    }
  };
  return (
    <Popconfirm title={say('withdrawAsk', { title })} description={<div className="withdraw-means">{last && <p><strong>{say('withdrawLast')}</strong></p>}{say('withdrawMeans')}</div>} okText={say('withdraw')} onConfirm={() => withdraw()}>
      <Button>{say('withdraw')}</Button>
    </Popconfirm>
  );
}
