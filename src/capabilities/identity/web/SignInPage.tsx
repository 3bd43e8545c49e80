import './door.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Select } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { Problem, Trouble, useLanguage, useWords } from '#ui/index.ts';
import type { Me } from '../contract.ts';
import { readDemonstrations, signIn } from './calls.ts';
import { identityWords } from './words.ts';

const REMEMBERED = 'aftercare.company';
interface Fields { readonly tenant: string; readonly username: string; readonly password: string }

/** The door: company, account, password. In a demonstration the companies and accounts are there to choose from. */
export function SignInPage({ entered }: { entered: (me: Me) => void }): ReactElement {
  const say = useWords(identityWords);
  const { language, speak } = useLanguage();
  const cache = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const demonstrations = useQuery({ queryKey: ['demonstrations'], queryFn: readDemonstrations, staleTime: Infinity });

  const submit = async (fields: Fields): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      const me = await signIn({ tenant: fields.tenant.trim(), username: fields.username.trim(), password: fields.password });
      localStorage.setItem(REMEMBERED, me.tenant.slug);
      // Only what no page holds: who is signed in is watched already, and what is watched must not be taken from under it.
      cache.removeQueries({ type: 'inactive' });
      entered(me);
    } catch (failed) {
      setTrouble(failed);
      setBusy(false);
    }
  };

  const tenants = demonstrations.data?.items ?? [];
  const firstTenant = tenants[0]?.slug;
  useEffect(() => {
    if (firstTenant !== undefined && !form.getFieldValue('tenant')) form.setFieldValue('tenant', firstTenant);
  }, [firstTenant, form]);
  return (
    <main className="door">
      <h1>{say('product')}</h1>
      <p className="quiet">{say('promise')}</p>
      <Form form={form} layout="vertical" requiredMark={false} size="middle" onFinish={(fields) => void submit(fields)} initialValues={{ tenant: localStorage.getItem(REMEMBERED) ?? undefined }}>
        <Form.Item name="tenant" label={tenants.length > 0 ? say('chooseDemonstration') : say('company')} rules={[{ required: true, message: say('company') }]}>
          {tenants.length > 0
            ? <Select options={tenants.map((one) => ({ value: one.slug, label: one.name }))} />
            : <Input autoComplete="organization" />}
        </Form.Item>
        <Form.Item name="username" label={say('account')} rules={[{ required: true, message: say('account') }]}><Input autoComplete="username" /></Form.Item>
        <Accounts names={demonstrations.data?.accounts ?? []} choose={(username) => form.setFieldsValue({ username })} />
        <Form.Item name="password" label={say('password')} rules={[{ required: true, message: say('password') }]}><Input.Password autoComplete="current-password" /></Form.Item>
        {trouble !== null && (trouble instanceof Problem && trouble.kind === 'signed-out' ? <Alert type="warning" showIcon role="alert" title={trouble.message || say('wrongSignIn')} /> : <Trouble trouble={trouble} />)}
        <Button type="primary" htmlType="submit" block loading={busy}>{say('signIn')}</Button>
      </Form>
      <Button type="link" onClick={() => speak(language === 'zh' ? 'en' : 'zh')}>{language === 'zh' ? 'English' : '中文'}</Button>
    </main>
  );
}

/** Demonstration accounts as buttons; nothing where there are none. */
function Accounts({ names, choose }: { names: readonly string[]; choose: (name: string) => void }): ReactElement | null {
  const say = useWords(identityWords);
  if (names.length === 0) return null;
  return (
    <div className="accounts">
      <p className="quiet">{say('demonstrationAccounts')}</p>
      {names.map((name) => <Button key={name} size="small" onClick={() => choose(name)}>{name}</Button>)}
      <p className="quiet">{say('demonstrationPassword')}</p>
    </div>
  );
}
