import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useMemo, useState, type ReactElement } from 'react';
import { AskForm, missingNames, SidePanel, startingAnswers, Trouble, useConfirm, useSubmission, useWords, type Answers, type Ask, type Say } from '#ui/index.ts';
import { addPerson, changePerson, type Person } from '../calls.ts';
import { identityWords } from '../words.ts';
import { HeldPositions } from './HeldPositions.tsx';

type Held = Person['positions'][number];

/** A person's sheet: new, or changed. The account name of a person never changes. */
export function PersonPanel({ person, close }: { person: Person | null; close: () => void }): ReactElement {
  const say = useWords(identityWords);
  const { message } = App.useApp();
  const cache = useQueryClient();
  const submission = useSubmission();
  const asks = useMemo(() => asksFor(person, say), [person, say]);
  const [answers, setAnswers] = useState<Answers>(() => startingAnswers(asks));
  const [held, setHeld] = useState<readonly Held[]>(person?.positions ?? []);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [trouble, setTrouble] = useState<unknown>(null);

  const save = async (): Promise<void> => {
    const empty = missingNames(asks, answers);
    setMissing(empty);
    setTrouble(null);
    if (empty.length > 0) return;
    const body = bodyOf(asks, answers, held);
    try {
      await (person ? changePerson(person.id, body, submission.keyFor(body)) : addPerson(body, submission.keyFor(body)));
      submission.done();
      await cache.invalidateQueries({ queryKey: ['people'] });
      message.success(say('saved'));
      close();
    } catch (failed) {
      setTrouble(failed);
    }
  };
  const confirm = useConfirm(() => void save());
  return (
    <SidePanel open title={person?.name ?? say('addPerson')} close={close} footer={<Button type="primary" onClick={() => void save()}>{say('save')}</Button>}>
      <div onKeyDown={confirm}>
        <AskForm asks={asks} answers={answers} change={setAnswers} missing={missing} open={asks.length} />
        <HeldPositions held={held} change={setHeld} />
        {trouble !== null && <Trouble trouble={trouble} />}
      </div>
    </SidePanel>
  );
}

function asksFor(person: Person | null, say: Say<typeof identityWords>): Ask[] {
  const line = (name: string, title: string, value: unknown, required = false): Ask => ({ name, title, type: 'part', values: [], required, value, clause: [] });
  return [
    ...(person ? [] : [line('username', `${say('account')} (${say('usernameHint')})`, null, true)]),
    line('name', say('name'), person?.name, true),
    { ...line('unit', say('unit'), person?.unit), type: 'unit' },
    line('phone', say('phone'), person?.phone),
    line('email', say('email'), person?.email),
    ...(person ? [] : [{ ...line('password', say('firstPassword'), null, true), type: 'password' as const }]),
    { ...line('administrator', say('administrator'), person?.administrator ?? false), type: 'tick' },
  ];
}

/** Emptied fields are sent as null: “no telephone” is an answer here. */
function bodyOf(asks: readonly Ask[], answers: Answers, held: readonly Held[]): Record<string, unknown> {
  const body: Record<string, unknown> = { positions: held.map(({ position, unit }) => ({ position, unit })) };
  for (const { name } of asks) {
    const answer = answers[name];
    body[name] = typeof answer === 'string' ? answer.trim() || null : answer ?? null;
  }
  return body;
}
