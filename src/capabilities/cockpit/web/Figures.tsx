import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import type { FigureJson } from '../contract.ts';
import type { Opened } from './RowsPanel.tsx';
import { cockpitWords } from './words.ts';

interface Props { readonly figures: readonly FigureJson[]; readonly opened: Opened | null; readonly open: (opened: Opened | null) => void }

/** The five figures, each a button that opens its rows, with an arrow to a week ago. */
export function Figures({ figures, opened, open }: Props): ReactElement {
  const say = useWords(cockpitWords);
  return (
    <section className="figures" aria-label={say('figures')}>
      {figures.map((figure) => {
        const here = opened?.figure === figure.name;
        return (
          <button type="button" key={figure.name} className={`figure${figure.name === 'overdue' && figure.now > 0 ? ' figure-late' : ''}${here ? ' figure-open' : ''}`} aria-pressed={here}
            onClick={() => open(here ? null : { figure: figure.name, title: say(figure.name), filter: figure.filter })}>
            <span className="figure-name">{say(figure.name)}</span>
            <b className="figure-now">{figure.now}{figure.more && '+'}</b>
            <Change figure={figure} />
          </button>
        );
      })}
    </section>
  );
}

/** Up, down or level: an arrow and words. */
export function Change({ figure: { now, before } }: { figure: FigureJson }): ReactElement {
  const say = useWords(cockpitWords);
  const n = now - before;
  return <span className="figure-change"><ArrowSign by={Math.sign(n)} />{n > 0 ? say('more', { n }) : n < 0 ? say('fewer', { n: -n }) : say('same')}</span>;
}

function ArrowSign({ by }: { by: number }): ReactElement {
  const turn = by > 0 ? 0 : by < 0 ? 180 : 90;
  return <svg className="sign" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d="M6 1 11 7H8v4H4V7H1z" fill="currentColor" transform={`rotate(${turn} 6 6)`} /></svg>;
}
