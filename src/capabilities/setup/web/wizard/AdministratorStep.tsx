import { Input } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { Field } from '../Field.tsx';
import { setupWords } from '../words.ts';
import type { StepProps } from './step.ts';

/** ② Who looks after the system. */
export function AdministratorStep({ draft, change, wrong }: StepProps): ReactElement {
  const say = useWords(setupWords);
  return (
    <div className="form">
      <p className="quiet">{say('administratorSays')}</p>
      <Field id="name" wrong={wrong('name')} title={say('name')}><Input id="name" value={draft.name} maxLength={60} onChange={(event) => change({ name: event.target.value })} /></Field>
      <Field id="username" wrong={wrong('username')} title={say('account')} hint={say('accountHint')}><Input id="username" value={draft.username} maxLength={40} autoCapitalize="none" autoComplete="username" spellCheck={false} onChange={(event) => change({ username: event.target.value })} /></Field>
      <Field id="password" wrong={wrong('password')} title={say('password')} hint={say('passwordHint')}><Input.Password id="password" value={draft.password} maxLength={200} autoComplete="new-password" onChange={(event) => change({ password: event.target.value })} /></Field>
    </div>
  );
}
