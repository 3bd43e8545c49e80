import { Select, type SelectProps } from 'antd';
import type { ReactElement } from 'react';
import { isMeant } from '../rules/index.ts';
import { useSpeller } from './speller.ts';

export interface PickOption { readonly value: string; readonly label: string; readonly title?: string }
type Props = Omit<SelectProps<string, PickOption>, 'options' | 'showSearch' | 'filterOption' | 'mode' | 'value' | 'onChange'> & {
  readonly options: readonly PickOption[];
  readonly value: string | null;
  readonly change: (value: string | null) => void;
};

/** A list to pick one of, searched by Chinese words, by initials (`kf`) and by whole syllables (`kefu`). */
export function PickOne({ options, value, change, onOpenChange, ...more }: Props): ReactElement {
  const { speller, load } = useSpeller();
  return (
    <Select<string, PickOption> className="wide" allowClear {...more} options={[...options]} value={value} onChange={(next?: string | null) => change(next ?? null)}
      showSearch={{ filterOption: (typed, option) => isMeant(option?.label ?? '', typed, speller) }} onOpenChange={(open) => { load(); onOpenChange?.(open); }} onFocus={load} />
  );
}

type ManyProps = Omit<SelectProps<string[], PickOption>, 'options' | 'showSearch' | 'filterOption' | 'mode' | 'value' | 'onChange'> & {
  readonly options: readonly PickOption[];
  readonly value: readonly string[];
  readonly change: (value: string[]) => void;
};

/** As `PickOne`, for several. */
export function PickMany({ options, value, change, ...more }: ManyProps): ReactElement {
  const { speller, load } = useSpeller();
  return (
    <Select<string[], PickOption> className="wide" allowClear {...more} mode="multiple" options={[...options]} value={[...value]} onChange={change}
      showSearch={{ filterOption: (typed, option) => isMeant(option?.label ?? '', typed, speller) }} onFocus={load} />
  );
}
