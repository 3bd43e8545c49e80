import './door.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type InputHTMLAttributes, type ReactElement } from 'react';
import { Notice, Problem, Trouble, useLanguage, useWords } from '#ui/index.ts';
import type { Me } from '../contract.ts';
import { readDemonstrations, signIn, type Demonstrations } from './calls.ts';
import { identityWords } from './words.ts';

const REMEMBERED = 'aftercare.company';
const NONE: Demonstrations = { items: [], accounts: [] };

/**
 * The door: company, account, password. In a demonstration the companies and accounts are there to choose from. It is made of plain
 * elements, so that it is there before the component library has been fetched.
 */
export function SignInPage({ entered, toSetUp }: { entered: (me: Me) => void; toSetUp: boolean }): ReactElement {
  const say = useWords(identityWords);
  const { language, speak } = useLanguage();
  const demonstrations = useQuery({ queryKey: ['demonstrations'], queryFn: readDemonstrations, staleTime: Infinity }).data ?? NONE;
  const [fields, setFields] = useState({ tenant: localStorage.getItem(REMEMBERED) ?? '', username: '', password: '' });
  const put = (change: Partial<typeof fields>): void => setFields((before) => ({ ...before, ...change }));
  const listed = demonstrations.items.some((one) => one.slug === fields.tenant);
  const tenant = demonstrations.items.length > 0 && !listed ? (demonstrations.items[0]?.slug ?? '') : fields.tenant;
  const { submit, busy, trouble } = useSigningIn(entered);
  const finish = (event: FormEvent): void => {
    event.preventDefault();
    void submit({ ...fields, tenant });
  };
  return (
    <main className="door">
      <h1>{say('product')}</h1>
      <p className="quiet">{say('promise')}</p>
      {toSetUp && <Notice text={say('toSetUp')} />}
      <form className="form" onSubmit={finish}>
        <Company tenant={tenant} choose={(chosen) => put({ tenant: chosen })} items={demonstrations.items} />
        <Line label={say('account')} value={fields.username} change={(username) => put({ username })} autoComplete="username" />
        <Accounts names={demonstrations.accounts} choose={(username) => put({ username })} />
        <Line label={say('password')} value={fields.password} change={(password) => put({ password })} type="password" autoComplete="current-password" />
        {trouble !== null && (trouble instanceof Problem && trouble.kind === 'signed-out' ? <Notice text={trouble.message || say('wrongSignIn')} /> : <Trouble trouble={trouble} />)}
        <button type="submit" className="door-go" disabled={busy}>{say('signIn')}</button>
      </form>
      <button type="button" className="door-link" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => speak(language === 'zh' ? 'en' : 'zh')}>{say('otherLanguage')}</button>
    </main>
  );
}

type Entering = { readonly tenant: string; readonly username: string; readonly password: string };

function useSigningIn(entered: (me: Me) => void): { submit: (fields: Entering) => Promise<void>; busy: boolean; trouble: unknown } {
  const cache = useQueryClient();
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async ({ tenant, username, password }: Entering): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      const me = await signIn({ tenant: tenant.trim(), username: username.trim(), password });
      localStorage.setItem(REMEMBERED, me.tenant.slug);
      // Only what no page holds: who is signed in is watched already, and what is watched must not be taken from under it.
      cache.removeQueries({ type: 'inactive' });
      entered(me);
    } catch (failed) {
      setTrouble(failed);
      setBusy(false);
    }
  };
  return { submit, busy, trouble };
}

type LineProps = { label: string; value: string; change: (value: string) => void } & Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'autoComplete'>;

function Line({ label, value, change, ...more }: LineProps): ReactElement {
  const id = useId();
  return <div className="field"><label htmlFor={id} className="field-label">{label}</label><input id={id} className="door-line" required value={value} maxLength={200} onChange={(event) => change(event.target.value)} {...more} /></div>;
}

/** The company by its code; in a demonstration one of those there are. */
function Company({ tenant, choose, items }: { tenant: string; choose: (slug: string) => void; items: Demonstrations['items'] }): ReactElement {
  const say = useWords(identityWords);
  const id = useId();
  if (items.length === 0) return <Line label={say('company')} value={tenant} change={choose} autoComplete="organization" />;
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">{say('chooseDemonstration')}</label>
      <select id={id} className="door-line" value={tenant} onChange={(event) => choose(event.target.value)}>{items.map((one) => <option key={one.slug} value={one.slug}>{one.name}</option>)}</select>
    </div>
  );
}

/** Demonstration accounts as buttons; nothing where there are none. */
function Accounts({ names, choose }: { names: readonly string[]; choose: (name: string) => void }): ReactElement | null {
  const say = useWords(identityWords);
  if (names.length === 0) return null;
  return (
    <div className="accounts">
      <p className="quiet">{say('demonstrationAccounts')}</p>
      {names.map((name) => <button type="button" key={name} className="door-account" onClick={() => choose(name)}>{name}</button>)}
      <p className="quiet">{say('demonstrationPassword')}</p>
    </div>
  );
}
