import { formatInstant, type Actor, type Kind, type Policy } from '#engine';
import { uuidv7 } from '#platform/db/index.ts';
import { rightsOfLevel } from '#capabilities/policies/index.ts';
import type { Story } from '../rules/story.ts';
import { storyTime, type StoryTimes } from '../rules/times.ts';

/** Who plays in a story: ids are given before anything is written, so that a transaction that starts again tells the same. */
export interface Cast {
  readonly people: ReadonlyMap<string, string>;
  readonly customers: ReadonlyMap<string, { readonly id: string; readonly name: string; readonly phone: string; readonly address: string }>;
  /** @throws Error when the story names somebody it does not have. */
  actor(username: string): Actor;
}

export function castOf(story: Story, policy: Policy, normalPhone: (phone: string) => string): Cast {
  const people = new Map(story.people.map((person) => [person.username, uuidv7()]));
  const customers = new Map(story.customers.map(({ id, name, phone, address }) => [id, { id: uuidv7(), name, phone: normalPhone(phone), address }]));
  return {
    people, customers,
    actor(username) {
      const person = story.people.find((each) => each.username === username);
      const id = people.get(username);
      if (!person || !id) throw new Error(`the story has nobody called ${username}`);
      const positions = (person.positions ?? []).map(({ position, unit }) => ({ position, unit: unit ?? null }));
      const rights = new Set(positions.flatMap(({ position }) => rightsOfLevel(policy.positions[position]?.level ?? null)));
      return { is: 'person', person: id, unit: person.unit ?? null, positions, rights: [...rights] };
    },
  };
}

/** Fields as a person would send them: times of the story become instants, user names become people. */
export function fieldsOf(fields: Readonly<Record<string, unknown>>, kind: Kind, cast: Cast, times: StoryTimes, base: number): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, fieldOf(name, value, kind, cast, times, base)]));
}

function fieldOf(name: string, value: unknown, kind: Kind, cast: Cast, times: StoryTimes, base: number): unknown {
  const instant = name === 'until' || kind.facts[name]?.type.is === 'instant';
  if (instant && typeof value === 'string') return formatInstant(storyTime(value, times, base), times.zone);
  const person = (word: unknown): unknown => (typeof word === 'string' ? (cast.people.get(word) ?? word) : word);
  if (name === 'present' && Array.isArray(value)) return value.map(person);
  if (name === 'about') return person(value);
  if (name === 'to' && value !== null && typeof value === 'object' && 'person' in value) return { ...value, person: person(value.person) };
  return value;
}
