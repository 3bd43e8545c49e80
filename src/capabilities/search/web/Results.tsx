import { useEffect, useRef, type ReactElement } from 'react';
import type { Found } from '../contract.ts';
import { FoundLine } from './FoundLine.tsx';

/** One kind of thing with its heading and how many there are. */
export interface Section { readonly title: string; readonly count: string; readonly items: readonly Found[] }
interface Props { readonly id: string; readonly sections: readonly Section[]; readonly chosen: number; readonly pick: (found: Found) => void }

/** The groups below the field, as one list for arrow keys and for those who hear the screen. */
export function Results({ id, sections, chosen, pick }: Props): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which must not become the effect's end.
    void list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  let before = 0;
  return (
    <div ref={list} id={id} role="listbox" aria-label={sections.map((section) => section.title).join('、') || '—'} className="palette-list">
      {sections.filter((section) => section.items.length > 0).map((section) => {
        const from = before;
        before += section.items.length;
        return (
          <div key={section.title} role="group" aria-label={section.title}>
            <div className="palette-title" aria-hidden="true">{section.title} <span>{section.count}</span></div>
            {section.items.map((found, at) => (
              <div key={found.id} id={`${id}-${from + at}`} role="option" aria-selected={from + at === chosen} className="palette-line" onClick={() => pick(found)}><FoundLine found={found} /></div>
            ))}
          </div>
        );
      })}
    </div>
  );
}
