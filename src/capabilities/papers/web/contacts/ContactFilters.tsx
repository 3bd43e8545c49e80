import { Input, Segmented, Select } from 'antd';
import type { ReactElement } from 'react';
import { PickDay, useClock, useMinute, useWords } from '#ui/index.ts';
import { channelWords } from '#capabilities/matters/web/index.ts';
import { paperWords } from '../words.ts';
import { PERIODS, periodOf, type Narrowing } from './rules/period.ts';

const CHANNELS = (Object.keys(channelWords) as (keyof typeof channelWords)[]).filter((channel) => channel !== 'internal');

/** Which days, which way it came, and words. The days are civil days of the company; the last one counts. */
export function ContactFilters({ narrowing, change }: { narrowing: Narrowing; change: (next: Narrowing) => void }): ReactElement {
  const say = useWords(paperWords);
  const sayChannel = useWords(channelWords);
  const { zone } = useClock();
  const now = useMinute();
  const period = PERIODS.find((name) => { const same = periodOf(name, now, zone); return same.first === narrowing.first && same.last === narrowing.last; });
  return (
    <div className="contact-filters">
      <Segmented aria-label={say('period')} value={period ?? ''} onChange={(name) => { const chosen = PERIODS.find((each) => each === name); if (chosen) change({ ...narrowing, ...periodOf(chosen, now, zone) }); }}
        options={[...PERIODS.map((name) => ({ value: name as string, label: say(name) })), ...(period ? [] : [{ value: '', label: say('otherDays') }])]} />
      <PickDay className="contact-day" label={say('firstDay')} value={narrowing.first} last={narrowing.last} clearable={false} change={(first) => change({ ...narrowing, first })} />
      <span aria-hidden="true">–</span>
      <PickDay className="contact-day" label={say('lastDay')} value={narrowing.last} first={narrowing.first} clearable={false} change={(last) => change({ ...narrowing, last })} />
      <Select aria-label={say('by')} allowClear placeholder={say('allWays')} value={narrowing.channel === '' ? null : narrowing.channel} onChange={(channel: string | null | undefined) => change({ ...narrowing, channel: channel ?? '' })} options={CHANNELS.map((channel) => ({ value: channel, label: sayChannel(channel) }))} />
      <Input.Search aria-label={say('searchContacts')} placeholder={say('searchContacts')} allowClear onSearch={(text) => change({ ...narrowing, search: text.trim() })} />
    </div>
  );
}
