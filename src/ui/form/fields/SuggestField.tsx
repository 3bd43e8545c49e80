import { AutoComplete } from 'antd';
import type { ReactElement } from 'react';
import { isMeant } from '../../rules/index.ts';
import { useSpeller } from '../../pick/index.ts';
import { asText, type FieldProps } from './kinds.ts';

/** A line to write in, with what is likely meant proposed beneath it: the number of another matter, for example. Anything else may be typed. */
export function SuggestField({ ask, id, value, change }: FieldProps): ReactElement {
  const { speller, load } = useSpeller();
  const options = ask.values.map((one) => ({ value: one.id, label: one.title }));
  return (
    <AutoComplete id={id} className="wide" allowClear options={options} value={asText(value)} onChange={(typed: string | undefined) => change(typed ?? '')} onFocus={load} maxLength={200}
      showSearch={{ filterOption: (typed, option) => typed === '' || isMeant(option?.label ?? '', typed, speller) }} />
  );
}
