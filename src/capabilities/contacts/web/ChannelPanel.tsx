import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { SidePanel, Trouble, useConfirm, useLanguage, useSubmission, useWords } from '#ui/index.ts';
import type { ChannelBody, ChannelJson, ChannelKindJson } from '../contract.ts';
import { addChannel, changeChannel } from './calls.ts';
import { KindFields } from './KindFields.tsx';
import { Labelled } from './Labelled.tsx';
import { Meant, type MeantFor } from './Meant.tsx';
import { TestLine } from './TestLine.tsx';
import { contactWords } from './words.ts';
import { wrongFields } from './wrong.ts';

const NEW: MeantFor = { active: true, classes: ['alarm', 'reminder'], units: [], positions: [], quiet: true };

/** One channel: new, or changed. After saving it stays open, so that it can be tested. */
export function ChannelPanel({ kind, channel: given, close }: { kind: ChannelKindJson; channel: ChannelJson | null; close: () => void }): ReactElement {
  const say = useWords(contactWords);
  const { language } = useLanguage();
  const [channel, setChannel] = useState(given);
  const [name, setName] = useState(given?.name ?? '');
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() => startingValues(kind, given));
  const [meant, setMeant] = useState<MeantFor>(given ?? NEW);
  const { save, trouble, wrong } = useSaving(channel, (saved) => { setChannel(saved); setValues(startingValues(kind, saved)); });
  const body = (): ChannelBody => ({ kind: kind.kind, name: name.trim(), ...pick(meant), settings: sent(kind, values, channel) });
  const confirm = useConfirm(() => void save(body()));
  const saving = <Button type="primary" onClick={() => void save(body())}>{say('save')}</Button>;
  return (
    <SidePanel open title={channel?.name ?? kind.title[language]} close={close} footer={channel ? <TestLine channel={channel} reaches={kind.reaches}>{saving}</TestLine> : saving}>
      <div className="form" onKeyDown={confirm}>
        <p className="quiet">{kind.title[language]} · {kind.hint[language]}</p>
        <Labelled id="channel-name" title={say('name')} hint={say('nameHint')} must wrong={wrong['name'] ?? ''}>
          <Input id="channel-name" value={name} maxLength={60} aria-describedby="channel-name-hint" onChange={(event) => setName(event.target.value)} />
        </Labelled>
        <KindFields kind={kind} values={values} change={setValues} kept={channel?.secrets ?? {}} wrong={wrong} />
        <Meant meant={meant} change={setMeant} wrong={wrong} />
        {trouble !== null && <Trouble trouble={trouble} />}
      </div>
    </SidePanel>
  );
}

interface Saving { readonly save: (body: ChannelBody) => Promise<void>; readonly trouble: unknown; readonly wrong: Readonly<Record<string, string>> }

function useSaving(channel: ChannelJson | null, done: (saved: ChannelJson) => void): Saving {
  const say = useWords(contactWords);
  const { message } = App.useApp();
  const cache = useQueryClient();
  const submission = useSubmission();
  const [trouble, setTrouble] = useState<unknown>(null);
  const save = async (body: ChannelBody): Promise<void> => {
    setTrouble(null);
    try {
      // The key of one body is that of one request: what is secret in it is no part of the server's fingerprint.
      const saved = await (channel ? changeChannel(channel.id, body, submission.keyFor(body)) : addChannel(body, submission.keyFor(body)));
      submission.done();
      await cache.invalidateQueries({ queryKey: ['channels'] });
      message.success(say('saved'));
      done(saved);
    } catch (failed) {
      setTrouble(failed);
    }
  };
  return { save, trouble, wrong: wrongFields(trouble) };
}

const pick = ({ active, classes, units, positions, quiet }: MeantFor): MeantFor => ({ active, classes, units, positions, quiet });

/** Secrets begin empty: what is kept is not ours to show. */
function startingValues(kind: ChannelKindJson, channel: ChannelJson | null): Record<string, string> {
  return Object.fromEntries(kind.fields.map(({ name, is, start }) => [name, channel ? (is === 'secret' ? '' : (channel.settings[name] ?? '')) : start]));
}

/** A secret that is kept and was left empty is not sent: it stays. */
function sent(kind: ChannelKindJson, values: Readonly<Record<string, string>>, channel: ChannelJson | null): Record<string, string> {
  const fields = kind.fields.filter(({ name, is }) => !(is === 'secret' && (values[name] ?? '') === '' && channel?.secrets[name] !== undefined));
  return Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? '']));
}
