import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Segmented } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { Answer, Nothing, SidePanel, Trouble, useConfirm, useSubmission, useWords } from '#ui/index.ts';
import type { PhraseJson } from '../contract.ts';
import { changePhrase, keepPhrase, phrasesQuery, removePhrase } from './calls.ts';
import { phraseWords } from './words.ts';

interface Writing { readonly id: string | null; readonly title: string; readonly text: string; readonly of: 'me' | 'team' }
const EMPTY: Writing = { id: null, title: '', text: '', of: 'me' };

/** 常用语: one's own and the team's, kept where they are used. */
export function PhrasesPanel({ close }: { close: () => void }): ReactElement {
  const say = useWords(phraseWords);
  const cache = useQueryClient();
  const submission = useSubmission();
  const found = useQuery(phrasesQuery);
  const [writing, write] = useState<Writing>(EMPTY);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [lacking, setLacking] = useState(false);
  const doing = async (asked: unknown, work: (key: string) => Promise<unknown>): Promise<void> => {
    setTrouble(null);
    try {
      await work(submission.keyFor(asked));
      submission.done();
      write(EMPTY);
      await cache.invalidateQueries({ queryKey: phrasesQuery.queryKey });
    } catch (failed) {
      setTrouble(failed);
    }
  };
  const keep = (): void => {
    const { id, title, text, of } = writing;
    setLacking(title.trim() === '' || text.trim() === '');
    if (title.trim() === '' || text.trim() === '') return;
    void doing(writing, (key) => (id === null ? keepPhrase({ title, text, of }, key) : changePhrase(id, { title, text }, key)));
  };
  const remove = (one: PhraseJson): void => void doing(['remove', one.id], (key) => removePhrase(one.id, key));
  return (
    <SidePanel open title={say('phrases')} close={close}>
      <p className="quiet">{say('means')}</p>
      <Answer of={found}>{({ items, mayKeepForTeam }) => (
        <>
          <PhraseForm writing={writing} write={write} keep={keep} mayKeepForTeam={mayKeepForTeam} lacking={lacking} />
          {trouble !== null && <Trouble trouble={trouble} />}
          {items.length === 0 && <Nothing text={say('none')} />}
          <ul className="rows">{items.map((one) => <Row key={one.id} one={one} change={() => write({ id: one.id, title: one.title, text: one.text, of: one.of })} remove={() => remove(one)} />)}</ul>
        </>
      )}</Answer>
    </SidePanel>
  );
}

interface FormProps { readonly writing: Writing; readonly write: (writing: Writing) => void; readonly keep: () => void; readonly mayKeepForTeam: boolean; readonly lacking: boolean }

function PhraseForm({ writing, write, keep, mayKeepForTeam, lacking }: FormProps): ReactElement {
  const say = useWords(phraseWords);
  const id = useId();
  const hear = useConfirm(keep);
  return (
    <div className="form" onKeyDown={hear}>
      <div className="field"><label htmlFor={`${id}-title`} className="field-label">{say('title')}</label><Input id={`${id}-title`} autoFocus maxLength={40} value={writing.title} onChange={(event) => write({ ...writing, title: event.target.value })} /></div>
      <div className="field"><label htmlFor={`${id}-text`} className="field-label">{say('text')}</label><Input.TextArea id={`${id}-text`} autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2_000} value={writing.text} onChange={(event) => write({ ...writing, text: event.target.value })} /></div>
      {lacking && <span role="alert" className="field-says">{say('needed')}</span>}
      <div className="line">
        {mayKeepForTeam && writing.id === null && <Segmented aria-label={say('whose')} value={writing.of} onChange={(of: Writing['of']) => write({ ...writing, of })} options={[{ value: 'me', label: say('mine') }, { value: 'team', label: say('team') }]} />}
        <Button type="primary" onClick={keep}>{say(writing.id === null ? 'add' : 'save')}</Button>
        {writing.id !== null && <Button type="text" onClick={() => write(EMPTY)}>{say('back')}</Button>}
      </div>
    </div>
  );
}

function Row({ one, change, remove }: { one: PhraseJson; change: () => void; remove: () => void }): ReactElement {
  const say = useWords(phraseWords);
  return (
    <li>
      <div className="line"><b>{one.title}</b> <small className="quiet">/{one.initials}</small> {one.of === 'team' && <span className="tag">{say('team')}</span>}<span className="grow" />
        {one.mayChange && <><Button type="link" aria-label={`${say('change')} ${one.title}`} onClick={change}>{say('change')}</Button><Button type="link" aria-label={`${say('remove')} ${one.title}`} onClick={remove}>{say('remove')}</Button></>}
      </div>
      <div className="said quiet">{one.text}</div>
    </li>
  );
}
