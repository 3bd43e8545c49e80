import { useId, type ReactElement } from 'react';
import { lengthText, useLanguage, useWords } from '#ui/index.ts';
import type { ExplanationJson } from '../../../contract.ts';
import { foldedDays, piecesOf, scaleOf, type Scale } from '../../rules/arithmetic.ts';
import { matterWords } from '../../words.ts';

/** Days shown at once; with the lines around them the whole stays a dozen. */
const ROOM = 6;
const MINUTE = 60_000;

/** The arithmetic as bars, a row for each day: counted filled, stopped hatched with who and why, their lengths added up at the end. */
export function Arithmetic({ explanation }: { explanation: ExplanationJson }): ReactElement | null {
  const say = useWords(matterWords);
  const { language } = useLanguage();
  if (explanation.days.length === 0) return null;
  const { head, folded, tail } = foldedDays(explanation.days, ROOM);
  const scale = scaleOf(explanation.days);
  return (
    <table className="sum">
      <tbody>
        {head.map((day) => <DayRow key={day.date} day={day} scale={scale} />)}
        {folded && <tr><td colSpan={4} className="quiet">{say('daysFolded', { n: folded.days, length: lengthText(folded.minutes * MINUTE, language) })}</td></tr>}
        {tail.map((day) => <DayRow key={day.date} day={day} scale={scale} />)}
      </tbody>
      <tfoot><tr><td colSpan={3}>{say('total')}</td><td className="right"><b>{lengthText(explanation.countedMilliseconds, language)}</b></td></tr></tfoot>
    </table>
  );
}

function DayRow({ day, scale }: { day: ExplanationJson['days'][number]; scale: Scale }): ReactElement {
  const { language } = useLanguage();
  const hatch = `hatch-${useId()}`;
  const [, month = 0, date = 0] = day.date.split('-').map(Number);
  const who = [...new Set(day.pauses.map((pause) => pause.who).filter(Boolean))].join('、');
  return (
    <tr className={day.starting ? 'quiet' : undefined}>
      <th scope="row">{month}/{date} {day.weekday}</th>
      <td className="strip-cell">
        <svg className="strip" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={day.says}>
          <defs><pattern id={hatch} width="2.4" height="10" patternUnits="userSpaceOnUse" patternTransform="skewX(-14)"><rect width="1.1" height="10" className="strip-hatch" /></pattern></defs>
          <rect x="0" y="0" width="100" height="10" className="strip-closed" />
          {piecesOf(day, scale).map((piece) => {
            const place = { x: piece.from * 100, y: 0, width: Math.max(1, (piece.to - piece.from) * 100), height: 10 };
            return <g key={`${piece.from}${piece.is}`}><rect {...place} className={`strip-${piece.is}`} />{piece.is === 'paused' && <rect {...place} fill={`url(#${hatch})`} />}</g>;
          })}
        </svg>
      </td>
      <td className="sum-says">{day.says}{who !== '' && ` · ${who}`}</td>
      <td className="right">{day.starting ? '' : lengthText(day.minutes * MINUTE, language)}</td>
    </tr>
  );
}
