import type { Scope, TenantActor } from '#platform/db/index.ts';
import type { Known } from '../../rules/checkpoint.ts';
import { follows, wrongWords, type StoredEvent } from '../../rules/links.ts';
import type { Findings } from '../../rules/problem.ts';
import type { Cursor } from '../pages.ts';
import { storedEvents } from './events.ts';
import { compareMatter } from './compare.ts';
import { mattersOf, type MatterRow } from './matters.ts';
import { nativeHashing } from './native.ts';
import { begin, placeOf, type Passing } from './passing.ts';

/** Events by which somebody acts; the version of a matter counts them. */
const ACTS: ReadonlySet<string> = new Set(['acted', 'recalled', 'recorded-against-rule']);

export interface Counted { readonly streams: number; readonly events: number }

/** What is told of the work while it goes on. */
export type Progress = (counted: Counted) => void;

/** Walks through all streams and all matters side by side, both in the order of their ids, holding one page of each. */
export async function checkStreams(scope: Scope<TenantActor>, known: Known, found: Findings, seen: (matter: MatterRow) => void, progress: Progress): Promise<Counted> {
  const matters = mattersOf(scope);
  const anchors = new Map(known.heads);
  let [streams, events] = [0, 0];
  let passing: Passing | null = null;
  for await (const page of storedEvents(scope)) {
    for (const event of page) {
      if (passing?.id !== event.stream) {
        if (passing) finish(passing, found);
        await withoutEvents(matters, event.stream, found, seen);
        passing = begin(event, await matterOf(matters, event.stream, seen), anchors);
        streams += 1;
      }
      checkEvent(passing, event, found);
    }
    events += page.length;
    progress({ streams, events });
  }
  if (passing) finish(passing, found);
  await withoutEvents(matters, null, found, seen);
  for (const [stream, { seq }] of anchors) found.add('removed', { stream, seq }, { zh: '检查点里有它，现在整个档案连同全部记录都不见了', en: 'a checkpoint knows this stream; it is gone with all its events' });
  return { streams, events };
}

async function matterOf(matters: Cursor<MatterRow>, stream: string, seen: (matter: MatterRow) => void): Promise<MatterRow | null> {
  if ((await matters.peek())?.id !== stream) return null;
  const matter = (await matters.take()) ?? null;
  if (matter) seen(matter);
  return matter;
}

/** Matters that come before a stream (or all that are left) have no events. */
async function withoutEvents(matters: Cursor<MatterRow>, before: string | null, found: Findings, seen: (matter: MatterRow) => void): Promise<void> {
  for (let matter = await matters.peek(); matter && (before === null || matter.id < before); matter = await matters.peek()) {
    seen(matter);
    found.add('without-events', { stream: matter.id, number: matter.number }, { zh: '有这件事项，却没有它的任何记录', en: 'the matter is there, but none of its events' });
    await matters.take();
  }
}

function checkEvent(passing: Passing, event: StoredEvent, found: Findings): void {
  const place = placeOf(passing, event.seq);
  if (event.seq !== passing.seq + 1) {
    passing.complete = false;
    const expected = passing.seq + 1;
    found.add('missing', place, { zh: `这里应为第 ${expected} 条：之间有记录不见了，或被塞进了一条`, en: `event ${expected} should stand here: some are missing, or one was put in` });
  } else if (!follows(passing.hash, event, nativeHashing)) {
    found.add('changed', place, { zh: '内容或校验码写下之后被改过', en: 'what it says, or its hash, was changed after it was written' });
  }
  for (const field of wrongWords(event, nativeHashing)) {
    const which = field === '' ? { zh: '文字', en: 'its words' } : { zh: `「${field}」的文字`, en: `the words of “${field}”` };
    found.add('words', place, { zh: `${which.zh}不是当时写下的`, en: `${which.en} are not those that were written` });
  }
  if (passing.anchor?.seq === event.seq && Buffer.from(event.hash).toString('hex') !== passing.anchor.hash) {
    found.add('rewritten', place, { zh: '与检查点记下的不同：整段记录被重写过', en: 'it is not the one a checkpoint knows: the history up to here was written anew' });
  }
  passing.acts += ACTS.has(event.type) && event.actor !== null ? 1 : 0;
  passing.seq = event.seq;
  passing.hash = event.hash;
}

function finish(passing: Passing, found: Findings): void {
  const { anchor, matter, seq } = passing;
  if (anchor && anchor.seq > seq) found.add('cut', placeOf(passing, anchor.seq), { zh: `检查点里有这一条，现在只到第 ${seq} 条`, en: `a checkpoint knows this event; the stream now ends at ${seq}` });
  if (matter) compareMatter(passing, matter, found);
  else if (passing.of === 'matter') found.add('without-matter', placeOf(passing), { zh: '有记录，却没有这件事项', en: 'there are events, but not the matter they belong to' });
}
