import type { ReactElement } from 'react';
import type { KindJson } from '#capabilities/policies/web/index.ts';
import { Chip } from './Chip.tsx';

export type Facts = Readonly<Record<string, unknown>>;

/** What is known of it: ticks, and the values of short lists. What only words could say does not matter here. */
export function FactChips({ asks, facts, put }: { asks: KindJson['asks']; facts: Facts; put: (facts: Facts) => void }): ReactElement {
  const turn = (name: string, value: unknown): void => {
    const { [name]: known, ...rest } = facts;
    put(JSON.stringify(known) === JSON.stringify(value) ? rest : { ...rest, [name]: value });
  };
  return (
    <>
      {asks.map((ask) => {
        if (ask.type === 'tick' || ask.type === 'yes-no') return <Chip key={ask.name} on={facts[ask.name] === true} press={() => turn(ask.name, true)}>{ask.title}</Chip>;
        if (ask.type !== 'one') return null;
        return <span key={ask.name} className="drill-values" role="group" aria-label={ask.title}><span className="quiet">{ask.title}</span>{ask.values.map((value) => <Chip key={value.id} on={facts[ask.name] === value.id} press={() => turn(ask.name, value.id)}>{value.title}</Chip>)}</span>;
      })}
    </>
  );
}
