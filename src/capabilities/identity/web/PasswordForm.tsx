import { App, Button, Input } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { Trouble, useConfirm, useLanguage, useSubmission, useWords } from '#ui/index.ts';
import { weakPassword } from '../contract.ts';
import { changePassword } from './calls.ts';
import { identityWords } from './words.ts';

const ROWS = [['current', 'currentPassword'], ['next', 'nextPassword'], ['again', 'repeatPassword']] as const;

/** Changes one's own password; `changed` is told when it is done. */
export function PasswordForm({ changed }: { changed: () => void }): ReactElement {
  const say = useWords(identityWords);
  const { language } = useLanguage();
  const id = useId();
  const { message } = App.useApp();
  const submission = useSubmission();
  const [fields, setFields] = useState({ current: '', next: '', again: '' });
  const [wrong, setWrong] = useState('');
  const [trouble, setTrouble] = useState<unknown>(null);

  const save = async (): Promise<void> => {
    const found = weakPassword(fields.next, {})?.[language] ?? (fields.next === fields.again ? '' : say('passwordsDiffer'));
    setWrong(found);
    setTrouble(null);
    if (found !== '') return;
    const body = { current: fields.current, next: fields.next };
    try {
      await changePassword(body, submission.keyFor(body));
      submission.done();
      setFields({ current: '', next: '', again: '' });
      message.success(say('passwordChanged'));
      changed();
    } catch (failed) {
      setTrouble(failed);
    }
  };
  const confirm = useConfirm(() => void save());
  return (
    <form className="form" onKeyDown={confirm} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      {ROWS.map(([field, word]) => (
        <div key={field} className="field">
          <label htmlFor={`${id}-${field}`} className="field-label">{say(word)}</label>
          <Input.Password id={`${id}-${field}`} value={fields[field]} autoComplete={field === 'current' ? 'current-password' : 'new-password'} onChange={(event) => setFields({ ...fields, [field]: event.target.value })} />
        </div>
      ))}
      {wrong !== '' && <p role="alert" className="field-says">{wrong}</p>}
      {trouble !== null && <Trouble trouble={trouble} />}
      <Button type="primary" htmlType="submit">{say('save')}</Button>
    </form>
  );
}
