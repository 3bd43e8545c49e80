import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { AskForm, isBlank, missingNames, Nothing, Trouble, useConfirm, useWords, type Answers, type Ask } from '#ui/index.ts';
import { setupBody, type Me } from '../contract.ts';
import { setUp } from './calls.ts';
import { identityWords } from './words.ts';
import './door.css';

/** The one-time set-up link: the first company and its administrator. The token stands behind `#`, so no server log ever has it. */
export function SetUpPage({ entered }: { entered: (me: Me) => void }): ReactElement {
  const say = useWords(identityWords);
  const [token] = useState(() => location.hash.slice(1));
  const [answers, setAnswers] = useState<Answers>({});
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [trouble, setTrouble] = useState<unknown>(null);
  const ask = (name: string, title: string, type: Ask['type'] = 'part'): Ask => ({ name, title, type, values: [], required: true, clause: [] });
  const asks = [ask('company', say('companyName')), ask('slug', say('companySlug')), ask('name', say('name')), ask('username', `${say('account')} (${say('usernameHint')})`), ask('password', say('nextPassword'), 'password')];

  const finish = async (): Promise<void> => {
    const body = setupBody.safeParse({ token, ...answers });
    const wrong = body.success ? [] : body.error.issues.map((issue) => String(issue.path[0]));
    setMissing([...new Set([...missingNames(asks, answers), ...wrong])]);
    setTrouble(null);
    if (!body.success) return;
    try {
      entered(await setUp(body.data));
    } catch (failed) {
      setTrouble(failed);
    }
  };
  const hear = useConfirm(() => void finish());
  if (isBlank(token)) return <Nothing text={say('setUpLink')} />;
  return (
    <main className="door" onKeyDown={hear}>
      <h1>{say('setUpTitle')}</h1>
      <p className="quiet">{say('setUpSays')}</p>
      <AskForm asks={asks} answers={answers} change={setAnswers} missing={missing} open={asks.length} />
      {trouble !== null && <Trouble trouble={trouble} />}
      <Button type="primary" className="spaced" onClick={() => void finish()}>{say('setUpGo')}</Button>
    </main>
  );
}
