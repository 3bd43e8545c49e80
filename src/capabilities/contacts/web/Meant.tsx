import { useQuery } from '@tanstack/react-query';
import { Checkbox, Select, Switch } from 'antd';
import type { ReactElement } from 'react';
import { useSources, useWords } from '#ui/index.ts';
import type { ChannelJson } from '../contract.ts';
import { Labelled } from './Labelled.tsx';
import { contactWords } from './words.ts';

export type MeantFor = Pick<ChannelJson, 'active' | 'classes' | 'units' | 'positions' | 'quiet'>;
const CLASSES = ['alarm', 'reminder', 'information'] as const;

/** Which notices go over a channel, for whom, and when. */
export function Meant({ meant, change, wrong }: { meant: MeantFor; change: (meant: MeantFor) => void; wrong: Readonly<Record<string, string>> }): ReactElement {
  const say = useWords(contactWords);
  const sources = useSources();
  const units = useQuery({ queryKey: ['form', 'units'], queryFn: sources.units, staleTime: 300_000 });
  const positions = useQuery({ queryKey: ['form', 'positions'], queryFn: sources.positions, staleTime: 300_000 });
  const listed = (rows: readonly { id: string; title: string }[] | undefined): { value: string; label: string }[] => (rows ?? []).map((row) => ({ value: row.id, label: row.title }));
  return (
    <>
      <Labelled id="channel-classes" title={say('classes')} hint={say('classesHint')} must wrong={wrong['classes'] ?? ''}>
        <Checkbox.Group options={CLASSES.map((value) => ({ value, label: say(value) }))} value={meant.classes} onChange={(classes) => change({ ...meant, classes })} />
      </Labelled>
      <Labelled id="channel-units" title={say('units')} hint={say('unitsHint')}>
        <Select id="channel-units" mode="multiple" allowClear options={listed(units.data)} value={meant.units} onChange={(chosen) => change({ ...meant, units: chosen })} showSearch={{ optionFilterProp: 'label' }} />
      </Labelled>
      <Labelled id="channel-positions" title={say('positions')} hint={say('positionsHint')}>
        <Select id="channel-positions" mode="multiple" allowClear options={listed(positions.data)} value={meant.positions} onChange={(chosen) => change({ ...meant, positions: chosen })} showSearch={{ optionFilterProp: 'label' }} />
      </Labelled>
      <Labelled id="channel-quiet" title={say('quiet')} hint={say('quietHint')}>
        <div><Switch id="channel-quiet" checked={meant.quiet} onChange={(quiet) => change({ ...meant, quiet })} /></div>
      </Labelled>
      <Labelled id="channel-active" title={say('active')} hint={say('activeHint')}>
        <div><Switch id="channel-active" checked={meant.active} onChange={(active) => change({ ...meant, active })} /></div>
      </Labelled>
    </>
  );
}
