import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import type { ReactElement } from 'react';
import { useSources, useWords } from '#ui/index.ts';
import type { Person } from '../calls.ts';
import { identityWords } from '../words.ts';

type Held = Person['positions'][number];

/** The positions somebody holds, each with the unit it is held in where that matters. */
export function HeldPositions({ held, change }: { held: readonly Held[]; change: (held: readonly Held[]) => void }): ReactElement {
  const say = useWords(identityWords);
  const sources = useSources();
  const units = useQuery({ queryKey: ['form', 'units'], queryFn: sources.units, staleTime: 300_000 });
  const positions = useQuery({ queryKey: ['form', 'positions'], queryFn: sources.positions, staleTime: 300_000 });
  const listed = (rows: readonly { id: string; title: string }[] | undefined): { value: string; label: string }[] => (rows ?? []).map((row) => ({ value: row.id, label: row.title }));
  const put = (at: number, part: Partial<Held>): void => change(held.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="field">
      <legend className="field-label">{say('positions')}</legend>
      {held.map((one, at) => (
        <div key={`${one.position}-${at}`} className="line">
          <Select aria-label={say('positions')} className="wide" showSearch={{ optionFilterProp: 'label' }} options={listed(positions.data)} value={one.position || null} onChange={(position) => put(at, { position: position ?? '' })} />
          <Select aria-label={say('unit')} className="wide" allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={say('unit')} options={listed(units.data)} value={one.unit} onChange={(unit) => put(at, { unit: unit ?? null })} />
          <Button type="text" aria-label={say('removePosition')} title={say('removePosition')} onClick={() => change(held.filter((_, i) => i !== at))}>×</Button>
        </div>
      ))}
      <Button onClick={() => change([...held, { position: positions.data?.[0]?.id ?? '', unit: null }])} disabled={!positions.data?.length}>{say('addPosition')}</Button>
    </fieldset>
  );
}
