import type { ReactElement } from 'react';
import { Moment, useWords } from '#ui/index.ts';
import type { OnDutyJson } from '#capabilities/organisation/contract.ts';
import { shiftWords } from './words.ts';

/** Who is on duty now, and whether he is at his desk. */
export function OnDuty({ people, present }: { people: readonly OnDutyJson[]; /** The reader, where he is at his desk without a shift in the roster. */ present: string | null }): ReactElement {
  const say = useWords(shiftWords);
  if (people.length === 0 && present !== null) return <p className="on-duty">{say('onlyYou', { name: present })}</p>;
  if (people.length === 0) return <p className="quiet on-duty">{say('nobodyOnDuty')}</p>;
  return (
    <p className="line on-duty">
      <strong>{say('onDutyNow')}</strong>
      {people.map((each) => (
        <span key={each.person} className="on-duty-one">
          <span className={`presence-dot presence-${each.presence}`} aria-hidden />
          {each.name} <span className="quiet">{each.shift} · {say(each.presence === 'on' ? 'atDesk' : each.presence)} · <Moment at={each.until} end /></span>
        </span>
      ))}
    </p>
  );
}
