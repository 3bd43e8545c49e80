import { Alert, Button, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { partWords, problemText, useLanguage, useWords } from '#ui/index.ts';
import type { KindJson } from '../../contract.ts';
import { tryWizardChannel } from '../calls.ts';
import { Field } from '../Field.tsx';
import { setupWords } from '../words.ts';
import { channelOf } from './draft.ts';
import type { StepProps } from './step.ts';

const NONE = '-';

/** ⑤ One way out of the product, tried before it is kept. */
export function ChannelStep({ token, wizard: { kinds }, draft, change, wrong }: StepProps): ReactElement {
  const say = useWords(setupWords);
  const { language } = useLanguage();
  const kind = kinds.find((each) => each.kind === draft.kind) ?? null;
  const choose = (chosen: string): void => {
    const found = kinds.find((each) => each.kind === chosen);
    change({ kind: found?.kind ?? null, settings: Object.fromEntries(found?.fields.map(({ name, start }) => [name, start]) ?? []) });
  };
  return (
    <div className="form">
      <p className="quiet">{say('channelSays')}</p>
      <Field id="channel-kind" title={say('kind')} hint={kind?.hint[language] ?? ''}>
        <Select id="channel-kind" value={draft.kind ?? NONE} onChange={choose} options={[{ value: NONE, label: say('kindNone') }, ...kinds.map((each) => ({ value: each.kind, label: each.title[language] }))]} />
      </Field>
      {kind && (
        <>
          <Field id="channel-name" title={say('channelName')} hint={say('channelNameHint')}><Input id="channel-name" value={draft.channelName} maxLength={60} onChange={(event) => change({ channelName: event.target.value })} /></Field>
          {kind.fields.map((field) => (
            <Field key={field.name} id={`channel-${field.name}`} wrong={wrong(`channel-${field.name}`)} title={field.title[language]} hint={field.hint[language]}>
              <KindField field={field} value={draft.settings[field.name] ?? field.start} change={(value) => change({ settings: { ...draft.settings, [field.name]: value } })} />
            </Field>
          ))}
          <TestLine kind={kind} send={(to) => tryWizardChannel(token, channelOf(draft, kind.title[language]) ?? { kind: kind.kind, name: kind.title[language], settings: {} }, to)} />
        </>
      )}
    </div>
  );
}

function KindField({ field, value, change }: { field: KindJson['fields'][number]; value: string; change: (value: string) => void }): ReactElement {
  const { language } = useLanguage();
  const id = `channel-${field.name}`;
  if (field.is === 'choice') return <Select id={id} value={value} onChange={change} options={field.options.map((option) => ({ value: option.id, label: option.title[language] }))} />;
  if (field.is === 'lines') return <Input.TextArea id={id} value={value} autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} onChange={(event) => change(event.target.value)} />;
  return <Input id={id} value={value} maxLength={1000} autoComplete="off" spellCheck={false} onChange={(event) => change(event.target.value)} />;
}

function TestLine({ kind, send }: { kind: KindJson; send: (to: string) => Promise<{ ok: boolean; answer: string }> }): ReactElement {
  const say = useWords(setupWords);
  const sayParts = useWords(partWords);
  const [to, setTo] = useState('');
  const [under, setUnder] = useState(false);
  const [said, setSaid] = useState<{ ok: boolean; answer: string } | null>(null);
  const test = async (): Promise<void> => {
    setUnder(true);
    setSaid(await send(to).catch((failed: unknown) => ({ ok: false, answer: problemText(failed, sayParts) })));
    setUnder(false);
  };
  return (
    <>
      <div className="line">
        {kind.reaches !== 'group' && <Input className="set-up-to" aria-label={say('channelTo')} placeholder={say('channelTo')} value={to} maxLength={200} onChange={(event) => setTo(event.target.value)} />}
        <Button loading={under} onClick={() => void test()}>{say('test')}</Button>
      </div>
      <div aria-live="polite">{said && <Alert type={said.ok ? 'success' : 'warning'} showIcon title={said.answer} />}</div>
    </>
  );
}
