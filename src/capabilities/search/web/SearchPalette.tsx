import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useDeferredValue, useEffect, useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import { isComposition, Trouble, useWords } from '#ui/index.ts';
import { useMe } from '#capabilities/identity/web/index.ts';
import type { Found } from '../contract.ts';
import { searchQuery } from './calls.ts';
import { Results, type Section } from './Results.tsx';
import { opened, recentFrom, stepped } from './rules/recent.ts';
import { searchWords } from './words.ts';
import './palette.css';

const PAUSE = 120;

/** One field for everything, over the page: customers, matters, homes. Arrow keys choose, Enter opens, Esc closes. */
export function SearchPalette({ close, open }: { close: () => void; open: (found: Found) => void }): ReactElement {
  const say = useWords(searchWords);
  const list = useId();
  const [typed, type] = useState('');
  const { sections, trouble, note, again } = useFound(typed);
  const all = sections.flatMap((section) => section.items);
  const [at, go] = useState(0);
  const recent = useRecent();
  const chosen = Math.min(at, all.length - 1);
  const pick = (found: Found | undefined): void => {
    if (!found) return;
    recent.keep(found);
    close();
    open(found);
  };
  const press = (event: KeyboardEvent): void => {
    if (isComposition({ isComposing: event.nativeEvent.isComposing, keyCode: event.keyCode })) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') go(stepped(chosen, event.key === 'ArrowDown' ? 1 : -1, all.length));
    else if (event.key === 'Enter') pick(all[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal open onCancel={close} footer={null} closable={false} width={640} className="palette" title={<span className="unseen">{say('search')}</span>} destroyOnHidden>
      <Input autoFocus size="large" prefix={<SearchOutlined />} placeholder={say('hint')} aria-label={say('search')} role="combobox" aria-expanded={all.length > 0} aria-controls={list} aria-autocomplete="list"
        {...(all[chosen] ? { 'aria-activedescendant': `${list}-${chosen}` } : {})} value={typed} maxLength={100} onChange={(event) => { type(event.target.value); go(0); }} onKeyDown={press} />
      {trouble !== null && <Trouble trouble={trouble} again={again} />}
      <Results id={list} sections={sections} chosen={chosen} pick={pick} />
      <p className="palette-foot" role="status">{note === '' ? <span className="palette-keys key-name">{say('keys')}</span> : note}</p>
    </Modal>
  );
}

/** What stands below the field: what was found, or what was opened lately while nothing is sought. */
function useFound(typed: string): { sections: readonly Section[]; trouble: unknown; note: string; again: () => void } {
  const say = useWords(searchWords);
  const recent = useRecent();
  const sought = useSettled(useDeferredValue(typed.trim()));
  const answer = useQuery(searchQuery(sought));
  const again = (): void => void answer.refetch();
  if (typed.trim() === '') return { sections: [{ title: say('recent'), count: '', items: recent.items }], trouble: null, note: '', again };
  const found = sought === '' ? undefined : answer.data;
  const sections = found ? (['customers', 'matters', 'houses'] as const).map((name) => ({ title: say(name), count: found[name].more ? say('more', { n: found[name].count }) : String(found[name].count), items: found[name].items })) : [];
  const nothing = found !== undefined && !answer.isPlaceholderData && sections.every((section) => section.items.length === 0);
  return { sections, trouble: answer.error, note: nothing ? say('none', { typed: sought }) : found?.catchingUp ? say('catchingUp') : '', again };
}

/** The words once the fingers have rested a moment. */
function useSettled(typed: string): string {
  const [settled, settle] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => settle(typed), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}

/** What this person opened lately on this machine. */
function useRecent(): { readonly items: readonly Found[]; readonly keep: (found: Found) => void } {
  const me = useMe();
  const place = `aftercare.sought.${me.tenant.slug}.${me.person}`;
  const [items] = useState(() => recentFrom(localStorage.getItem(place)));
  return { items, keep: (found) => localStorage.setItem(place, JSON.stringify(opened(items, found))) };
}
