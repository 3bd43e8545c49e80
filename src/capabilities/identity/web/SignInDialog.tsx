import { Button, Input, Modal } from 'antd';
import { useId, useState, useSyncExternalStore, type ReactElement } from 'react';
import { settleSignIn, signInWanted, Trouble, useEnter, useWords } from '#ui/index.ts';
import { signIn } from './calls.ts';
import { useMe } from './me.tsx';
import { identityWords } from './words.ts';

/** An expired sign-in, asked for over the page: afterwards every waiting call goes on, and nothing typed is lost. */
export function SignInDialog({ leave }: { leave: () => void }): ReactElement {
  const say = useWords(identityWords);
  const me = useMe();
  const id = useId();
  const wanted = useSyncExternalStore(signInWanted.subscribe, signInWanted.read);
  const [password, setPassword] = useState('');
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const goOn = async (): Promise<void> => {
    if (password === '' || busy) return;
    setBusy(true);
    setTrouble(null);
    try {
      await signIn({ tenant: me.tenant.slug, username: me.username, password });
      setPassword('');
      settleSignIn(true);
    } catch (failed) {
      setTrouble(failed);
    }
    setBusy(false);
  };
  const enter = useEnter(() => void goOn());

  return (
    <Modal open={wanted} title={say('signIn')} closable={false} keyboard={false} mask={{ closable: false }} zIndex={2000}
      footer={[
        <Button key="other" onClick={() => { settleSignIn(false); leave(); }}>{say('otherPerson')}</Button>,
        <Button key="on" type="primary" loading={busy} onClick={() => void goOn()}>{say('goOn')}</Button>,
      ]}>
      <p>{say('expired')}</p>
      <p><b>{me.name}</b> · {me.tenant.name}</p>
      <label htmlFor={id}>{say('password')}</label>
      <Input.Password id={id} autoFocus value={password} autoComplete="current-password" onChange={(event) => setPassword(event.target.value)} onKeyDown={enter} />
      {trouble !== null && <Trouble trouble={trouble} />}
    </Modal>
  );
}
