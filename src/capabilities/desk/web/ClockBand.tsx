import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { civilText, partWords, instantOfCivil, isoText, problemText, useClock, useMinute, useOfNow, useSubmission, useWords } from '#ui/index.ts';
import type { ClockJson } from '../contract.ts';
import { clockQuery, moveClock, type ClockMove } from './calls.ts';
import { deskWords } from './words.ts';
import './clock.css';

const TimeField = lazy(() => import('./TimeField.tsx'));
const STEPS = [['tenMinutes', 'PT10M'], ['oneHour', 'PT1H'], ['oneDay', 'P1D']] as const;

/** The time machine of a demonstration: striped over the whole width, so that nobody takes it for the real clock. */
export function ClockBand({ running }: { running: boolean }): ReactElement {
  const say = useWords(deskWords);
  const { zone } = useClock();
  const { busy, fired, move } = useMove();
  const set = (text: string): void => {
    const at = instantOfCivil(text, zone);
    if (at !== null) void move({ set: isoText(at, zone), run: running });
  };
  return (
    <section className="clock-band" aria-label={say('demonstrationTime')}>
      <span className="clock-time">{say('demonstrationTime')} <b><Time /></b> <small>{say(running ? 'running' : 'frozen')}</small></span>
      <Button disabled={busy} onClick={() => void move({ advance: 'PT0S', run: !running })}>{say(running ? 'pause' : 'run')}</Button>
      {STEPS.map(([word, advance]) => <Button key={word} disabled={busy} onClick={() => void move({ advance, run: running })}>{say(word)}</Button>)}
      <SetTime set={set} busy={busy} />
      <span role="status" className="clock-fired">{fired === null ? '' : say(fired === 0 ? 'firedNone' : 'fired', { n: fired })}</span>
    </section>
  );
}

/** Alone in ticking: the buttons beside it stay as they are. */
function Time(): ReactElement {
  const { zone } = useClock();
  return <>{useOfNow((now) => civilText(now, zone)).replace('T', ' ')}</>;
}

function SetTime({ set, busy }: { set: (text: string) => void; busy: boolean }): ReactElement {
  const say = useWords(deskWords);
  const { zone } = useClock();
  const at = civilText(useMinute(), zone);
  const [open, setOpen] = useState(false);
  const button = <Button disabled={busy} onClick={() => setOpen(true)}>{say('setTime')}</Button>;
  return open ? <Suspense fallback={button}><TimeField label={say('setTime')} at={at} set={set} close={() => setOpen(false)} /></Suspense> : button;
}

/** Moves the clock; everything on the page is read again afterwards, for much may have come due in between. */
function useMove(): { busy: boolean; fired: number | null; move: (move: ClockMove) => Promise<void> } {
  const say = useWords(partWords);
  const { message } = App.useApp();
  const cache = useQueryClient();
  const submission = useSubmission();
  const [busy, setBusy] = useState(false);
  const [fired, setFired] = useState<number | null>(null);
  const move = async (wanted: ClockMove): Promise<void> => {
    setBusy(true);
    try {
      const answer = await moveClock(wanted, submission.keyFor(wanted));
      submission.done();
      setFired(answer.fired);
      cache.setQueryData<ClockJson>(clockQuery.queryKey, { now: answer.now, running: answer.running, virtual: true });
      await cache.invalidateQueries();
    } catch (failed) {
      message.warning(problemText(failed, say));
    }
    setBusy(false);
  };
  return { busy, fired, move };
}
