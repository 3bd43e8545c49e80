import { useQuery } from '@tanstack/react-query';
import { policiesQuery } from '#capabilities/policies/web/index.ts';
import { bearer, type BearerJson, type EventJson, type MatterJson } from '../../../contract.ts';

/** Names a bearer as he stands in an event: a person by what the matter itself shows of him, a position or unit by its policy's title. */
export function useBearerNames(matter: MatterJson, events: readonly EventJson[]): (bearer: unknown) => string | null {
  const policy = useQuery({ ...policiesQuery, retry: false }).data?.find((one) => one.id === matter.policy.id);
  const known = new Map<string, string>();
  const learn = (of: BearerJson, title: string): void => void known.set(keyOf(of), title);
  for (const event of events) if (event.actor.person !== null) learn({ person: event.actor.person }, event.actor.name);
  for (const held of Object.values(matter.roles)) learn(held.bearer, held.bearerTitle);
  for (const one of matter.obligations) if (one.bearers.length === 1) learn(one.bearer, one.bearerTitle);
  return (asked) => {
    const read = bearer.safeParse(asked);
    if (!read.success) return null;
    const unit = policy?.units.find((one) => one.id === read.data.unit)?.title;
    const position = policy?.positions.find((one) => one.id === read.data.position)?.title;
    return known.get(keyOf(read.data)) ?? (position === undefined ? unit : unit === undefined ? position : `${unit} ${position}`) ?? null;
  };
}

/** A person is himself in any unit. */
function keyOf({ person, position, unit }: BearerJson): string {
  return person === undefined ? `${position ?? ''}@${unit ?? ''}` : `person ${person}`;
}
