import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { holds, useMe } from '#capabilities/identity/web/index.ts';
import { unitsQuery } from './calls.ts';
import { shiftWords } from './words.ts';

/** The unit whose shifts are shown: one's own; whoever oversees chooses among all. */
export function UnitChoice({ unit, choose }: { unit: string; choose: (unit: string) => void }): ReactElement | null {
  const say = useWords(shiftWords);
  const me = useMe();
  const units = useQuery(unitsQuery);
  const own = new Set([me.unit?.code, ...me.positions.map((held) => held.unit)]);
  const open = (units.data?.items ?? []).filter((each) => holds(me, 'oversee') || own.has(each.code));
  if (open.length < 2) return <span>{open[0]?.name}</span>;
  return <Select aria-label={say('unit')} className="unit-choice" value={unit} onChange={choose} options={open.map((each) => ({ value: each.code, label: each.name }))} />;
}
