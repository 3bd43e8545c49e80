import { Button } from 'antd';
import type { ReactElement } from 'react';
import { SidePanel, useWords } from '#ui/index.ts';
import { signOut } from './calls.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { identityWords } from './words.ts';
import './door.css';

/** Changing one's password from the name menu. */
export function PasswordPanel({ open, close }: { open: boolean; close: () => void }): ReactElement {
  const say = useWords(identityWords);
  return <SidePanel open={open} title={say('changePassword')} close={close}><PasswordForm changed={close} /></SidePanel>;
}

/** A first password opens nothing but this page: it must be changed before anything else. */
export function MustChangePage({ changed }: { changed: () => void }): ReactElement {
  const say = useWords(identityWords);
  return (
    <main className="door">
      <h1>{say('changePassword')}</h1>
      <p>{say('mustChange')}</p>
      <PasswordForm changed={changed} />
      <Button type="link" className="flush" onClick={() => void signOut().finally(() => location.assign('/'))}>{say('signOut')}</Button>
    </main>
  );
}
