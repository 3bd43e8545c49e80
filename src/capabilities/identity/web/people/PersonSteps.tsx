import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import { partWords, problemText, useSubmission, useWords } from '#ui/index.ts';
import { comeBack, resetPassword, type Person } from '../calls.ts';
import { identityWords } from '../words.ts';
import { LeavePanel } from './LeavePanel.tsx';

/** What an administrator does with one person: edit, a new password (shown once), deactivate. */
export function PersonSteps({ person, edit }: { person: Person; edit: () => void }): ReactElement {
  const say = useWords(identityWords);
  const sayCommon = useWords(partWords);
  const { message, modal } = App.useApp();
  const cache = useQueryClient();
  const submission = useSubmission();

  const reset = async (): Promise<void> => {
    try {
      const { password, note } = await resetPassword(person.id, submission.keyFor(['password', person.id]));
      submission.done();
      modal.info({ title: say('newPassword', { name: person.name }), content: password === undefined ? note : <Typography.Text copyable code>{password}</Typography.Text> });
    } catch (failed) {
      message.warning(problemText(failed, sayCommon));
    }
  };
  const back = async (): Promise<void> => {
    try {
      await comeBack(person.id, submission.keyFor(['return', person.id]));
      submission.done();
      await cache.invalidateQueries({ queryKey: ['people'] });
    } catch (failed) {
      message.warning(problemText(failed, sayCommon));
    }
  };
  const [leaving, leave] = useState(false);
  if (person.left) return <Button type="link" onClick={() => void back()}>{say('comeBack')}</Button>;
  return (
    <>
      <Button type="link" onClick={edit}>{say('editPerson')}</Button>
      <Button type="link" onClick={() => void reset()}>{say('resetPassword')}</Button>
      <Button type="link" onClick={() => leave(true)}>{say('deactivate')}</Button>
      {leaving && <LeavePanel person={person} close={() => leave(false)} />}
    </>
  );
}
