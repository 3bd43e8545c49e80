import { Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useLanguage, useWords } from '#ui/index.ts';
import type { ChannelKindJson } from '../contract.ts';
import { Labelled } from './Labelled.tsx';
import { contactWords } from './words.ts';

type Field = ChannelKindJson['fields'][number];
type Values = Readonly<Record<string, string>>;
interface Props {
  readonly kind: ChannelKindJson; readonly values: Values; readonly change: (values: Values) => void;
  /** Of each secret that is kept, its end. */
  readonly kept: Values;
  readonly wrong: Values;
}

/** The fields of a kind of channel. A secret that is kept is not shown; what is typed replaces it. */
export function KindFields({ kind, values, change, kept, wrong }: Props): ReactElement {
  const { language } = useLanguage();
  return (
    <>
      {kind.fields.map((field) => (
        <Labelled key={field.name} id={`channel-${field.name}`} title={field.title[language]} hint={field.hint[language]} must={field.required} wrong={wrong[field.name] ?? ''}>
          <FieldInput field={field} value={values[field.name] ?? ''} kept={kept[field.name] ?? null} change={(value) => change({ ...values, [field.name]: value })} />
        </Labelled>
      ))}
    </>
  );
}

function FieldInput({ field, value, kept, change }: { field: Field; value: string; kept: string | null; change: (value: string) => void }): ReactElement {
  const say = useWords(contactWords);
  const { language } = useLanguage();
  const id = `channel-${field.name}`;
  const shared = { id, value, 'aria-describedby': `${id}-hint`, autoComplete: 'off', spellCheck: false };
  if (field.is === 'choice') return <Select id={id} value={value} onChange={change} options={field.options.map((option) => ({ value: option.id, label: option.title[language] }))} />;
  if (field.is === 'lines') return <Input.TextArea {...shared} autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} onChange={(event) => change(event.target.value)} />;
  const placeholder = kept === null ? undefined : say('kept', { end: kept });
  return <Input {...shared} {...(placeholder === undefined ? {} : { placeholder })} maxLength={1000} onChange={(event) => change(event.target.value)} />;
}
