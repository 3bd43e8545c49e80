import type { PointerEvent, ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { listWords } from './words.ts';

const NARROWEST = 48;

/** The right edge of a column's head, to draw it wider or narrower with the pointer. */
export function WidthEdge({ width, draw }: { width: number; draw: (width: number) => void }): ReactElement {
  const say = useWords(listWords);
  const begin = (event: PointerEvent<HTMLSpanElement>): void => {
    event.preventDefault();
    const edge = event.currentTarget;
    const from = event.clientX;
    edge.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent): void => draw(Math.max(NARROWEST, Math.round(width + moved.clientX - from)));
    edge.addEventListener('pointermove', move);
    edge.addEventListener('pointerup', () => edge.removeEventListener('pointermove', move), { once: true });
  };
  return <span className="width-edge" title={say('widen')} aria-hidden="true" onPointerDown={begin} onClick={(event) => event.stopPropagation()} />;
}
