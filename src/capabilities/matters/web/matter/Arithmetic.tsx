import type { ReactElement } from 'react';
import { clockText, dayOf, lengthText, useClock, useLanguage, useNow, useWords } from '#ui/index.ts';
import type { ExplanationJson } from '../../contract.ts';
import { arithmeticDays, foldedDays, type Day } from '../rules/arithmetic.ts';
import { matterWords } from '../words.ts';

const ROOM = 12;

/** The arithmetic as bars, a row for each day: counted filled, stopped hatched, their lengths added up at the end. */
export function Arithmetic({ explanation }: { explanation: ExplanationJson }): ReactElement | null {
  const say = useWords(matterWords);
  const { language } = useLanguage();
  const { zone } = useClock();
  const days = arithmeticDays(explanation.steps, zone);
  if (days.length === 0) return null;
  const { head, folded, tail } = foldedDays(days, ROOM);
  return (
    <table className="sum">
      <tbody>
        {head.map((day) => <DayRow key={day.at} day={day} />)}
        {folded && <tr><td colSpan={4} className="quiet">{say('daysFolded', { n: folded.days, length: lengthText(folded.counted, language) })}</td></tr>}
        {tail.map((day) => <DayRow key={day.at} day={day} />)}
      </tbody>
      <tfoot><tr><td colSpan={3}>{say('total')}</td><td className="right"><b>{lengthText(explanation.countedMilliseconds, language)}</b></td></tr></tfoot>
    </table>
  );
}

function DayRow({ day }: { day: Day }): ReactElement {
  const say = useWords(matterWords);
  const { language } = useLanguage();
  const { zone } = useClock();
  const now = useNow();
  const says = { counted: say('counted'), paused: say('paused'), closed: say('closed') };
  return (
    <tr>
      <th scope="row">{dayOf(day.at, now, zone, language)}</th>
      <td className="strip-cell">
        <svg className="strip" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={day.pieces.map((piece) => says[piece.is]).join(' ')}>
          <rect x="0" y="0" width="100" height="10" className="strip-closed" />
          {day.pieces.map((piece) => <rect key={`${piece.from}${piece.is}`} x={piece.from * 100} y="0" width={Math.max(1, (piece.to - piece.from) * 100)} height="10" className={`strip-${piece.is}`} />)}
        </svg>
      </td>
      <td>{clockText(day.from, zone)} → {clockText(day.to, zone)}{day.pieces.some((piece) => piece.is === 'paused') && ` · ${say('paused')}`}</td>
      <td className="right">{lengthText(day.counted, language)}</td>
    </tr>
  );
}
