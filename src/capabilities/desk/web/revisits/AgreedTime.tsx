import { useId, type ReactElement } from 'react';
import { replyTimes } from '#capabilities/matters/web/index.ts';
import { AskField, useClock, useMinute } from '#ui/index.ts';
import { useSpoken } from './useSpoken.ts';

interface Props { readonly title: string; readonly value: string; readonly change: (time: string) => void }

/** A time that is agreed with a customer: those that people mostly agree on with one press, or any other. */
export function AgreedTime({ title, value, change }: Props): ReactElement {
  const id = useId();
  const { zone } = useClock();
  const now = useMinute();
  const spoken = useSpoken();
  const values = replyTimes(now, zone).map((time) => ({ id: time, title: spoken(time), hint: null }));
  return <AskField id={id} ask={{ name: 'until', title, type: 'instant', values, required: true, clause: [] }} value={value} change={(time) => { if (typeof time === 'string') change(time); }} />;
}
