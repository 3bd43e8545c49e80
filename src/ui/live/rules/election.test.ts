import { describe, expect, it } from 'vitest';
import { TICK, turn, type Happening, type Said, type Seat, type Word } from './election.ts';

/** Tabs of one browser; messages arrive at all others at once, time goes as it is told. */
function browser() {
  interface Tab { readonly name: string; seat: Seat; alive: boolean; every: number; next: number }
  const tabs: Tab[] = [];
  let now = 0;
  const said: { readonly from: string; readonly word: Word }[] = [];
  const step = (tab: Tab, happening: Happening): void => {
    const { seat, say } = turn(tab.seat, tab.name, happening, now);
    tab.seat = seat;
    for (const word of say) tell({ is: word, from: tab.name });
  };
  const tell = (word: Said): void => {
    said.push({ from: word.from, word: word.is });
    for (const tab of tabs) if (tab.alive && tab.name !== word.from) step(tab, { is: 'heard', said: word });
  };
  const find = (name: string): Tab => tabs.find((tab) => tab.name === name) ?? (() => { throw new Error(`no tab ${name}`); })();
  return {
    open(name: string, { eligible = true, every = TICK } = {}) {
      const tab: Tab = { name, seat: { is: 'watching', askedAt: null, led: false }, alive: true, every, next: now + every };
      tabs.push(tab);
      step(tab, { is: 'begin', eligible });
    },
    may: (name: string, eligible: boolean) => step(find(name), { is: 'may', eligible }),
    /** Killed: says nothing more. */
    kill: (name: string) => void (find(name).alive = false),
    /** Closed as people close it. */
    close(name: string) {
      const tab = find(name);
      tab.alive = false;
      if (tab.seat.is === 'leading') tell({ is: 'bye', from: name });
    },
    /** Busy for so long: hears nothing, and goes on as if nothing had been. */
    wake: (name: string) => void (find(name).alive = true),
    pass(ms: number) {
      for (const end = now + ms; now < end;) {
        now += 10;
        for (const tab of tabs) if (tab.alive && now >= tab.next) { tab.next = now + tab.every; step(tab, { is: 'tick' }); }
      }
    },
    leaders: () => tabs.filter((tab) => tab.alive && tab.seat.is === 'leading').map((tab) => tab.name),
    seat: (name: string) => find(name).seat,
    said,
  };
}

describe('the tabs of a browser', () => {
  it('have one leader within a second, however many open at once', () => {
    const tabs = browser();
    for (const name of ['e', 'b', 'i', 'a', 'c', 'h', 'd', 'g', 'f']) tabs.open(name);
    tabs.pass(1000);
    const [leader] = tabs.leaders();
    expect(tabs.leaders()).toHaveLength(1);
    tabs.pass(60_000);
    expect(tabs.leaders()).toEqual([leader]);
    expect(tabs.said.filter(({ word }) => word === 'bye')).toEqual([]);
  });

  it('keep their leader when one with a lower name opens', () => {
    const tabs = browser();
    tabs.open('m');
    tabs.pass(1000);
    tabs.open('a');
    tabs.pass(5000);
    expect(tabs.leaders()).toEqual(['m']);
  });

  it('have another leader within a second when it is closed, and within two when it dies without a word', () => {
    const tabs = browser();
    for (const name of ['a', 'b', 'c']) tabs.open(name);
    tabs.pass(1000);
    tabs.close('a');
    tabs.pass(1000);
    expect(tabs.leaders()).toEqual(['b']);
    tabs.kill('b');
    tabs.pass(2000);
    expect(tabs.leaders()).toEqual(['c']);
  });

  it('do not take a hidden leader for dead, nor does a hidden follower whose timers run once a minute', () => {
    const tabs = browser();
    tabs.open('hidden', { every: 60_000 });
    tabs.pass(61_000);
    tabs.open('seen');
    tabs.open('also hidden', { every: 60_000 });
    tabs.pass(300_000);
    expect(tabs.leaders()).toEqual(['hidden']);
    expect(tabs.said.filter(({ from, word }) => word === 'want' && from === 'also hidden')).toHaveLength(1);
  });

  it('have one again when two lead, because the old one was only busy', () => {
    const tabs = browser();
    for (const name of ['a', 'b']) tabs.open(name);
    tabs.pass(1000);
    tabs.kill('a');
    tabs.pass(2000);
    expect(tabs.leaders()).toEqual(['b']);
    tabs.wake('a');
    tabs.open('c');
    tabs.pass(1000);
    expect(tabs.leaders()).toEqual(['a']);
    expect([tabs.seat('b').is, tabs.seat('c').is]).toEqual(['following', 'following']);
  });

  it('that may not lead never do, and know whether anybody does', () => {
    const tabs = browser();
    tabs.open('mute', { eligible: false });
    expect(tabs.seat('mute')).toMatchObject({ led: true });
    tabs.pass(1500);
    expect(tabs.leaders()).toEqual([]);
    expect(tabs.seat('mute')).toMatchObject({ is: 'watching', led: false });
    tabs.open('loud');
    tabs.pass(1000);
    expect(tabs.seat('mute')).toMatchObject({ is: 'watching', led: true });
    tabs.close('loud');
    expect(tabs.seat('mute')).toMatchObject({ is: 'watching', led: false });
    tabs.may('mute', true);
    tabs.pass(1000);
    expect(tabs.leaders()).toEqual(['mute']);
    tabs.may('mute', false);
    expect(tabs.leaders()).toEqual([]);
  });
});
