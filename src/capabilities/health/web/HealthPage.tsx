import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useMe } from '#capabilities/identity/web/index.ts';
import { Answer, call, DoneSign, Nothing, useLanguage, useWords } from '#ui/index.ts';
import { healthDetails, type SentenceJson } from '../contract.ts';
import { secondsOff } from './clock.ts';
import { healthWords } from './words.ts';
import './health.css';

const RANK = { bad: 0, note: 1, good: 2 } as const;

async function readHealth({ signal }: { signal: AbortSignal }): Promise<{ readonly items: readonly SentenceJson[]; readonly off: number }> {
  const asked = Date.now();
  const { now, items } = await call({ path: '/api/health/details', schema: healthDetails, signal });
  return { items, off: secondsOff(asked, now, Date.now()) };
}

/** 系统健康: one column of sentences with a sign and what to do, what is wrong first. */
export default function HealthPage(): ReactElement {
  const say = useWords(healthWords);
  const me = useMe();
  const health = useQuery({ queryKey: ['health'], queryFn: readHealth, staleTime: 0, enabled: me.administrator });
  if (!me.administrator) return <Nothing text={say('onlyAdministrators')} />;
  return (
    <div className="health">
      <h1>{say('title')}</h1>
      <Answer of={health}>{({ items, off }) => <Sentences items={[...items, ownClock(off)]} />}</Answer>
      <div className="line health-ways">
        <Button loading={health.isFetching} onClick={() => void health.refetch()}>{say('again')}</Button>
        <Button href="/api/health/diagnosis" download>{say('diagnosis')}</Button>
      </div>
      <p className="quiet">{say('diagnosisSays')}</p>
    </div>
  );
}

function ownClock(off: number): SentenceJson {
  if (off === 0) return { id: 'own-clock', is: 'good', text: healthWords.clockGood, remedy: null };
  const word = off > 0 ? healthWords.clockAhead : healthWords.clockBehind;
  const filled = (text: string): string => text.replace('{n}', String(Math.abs(off)));
  return { id: 'own-clock', is: 'note', text: { zh: filled(word.zh), en: filled(word.en) }, remedy: healthWords.clockRemedy };
}

function Sentences({ items }: { items: readonly SentenceJson[] }): ReactElement {
  const say = useWords(healthWords);
  const { language } = useLanguage();
  const count = (is: SentenceJson['is']): number => items.filter((each) => each.is === is).length;
  const [bad, note] = [count('bad'), count('note')];
  return (
    <>
      <p>{bad + note === 0 ? say('allGood') : say('counted', { bad, note })}</p>
      <ul className="rows">
        {[...items].sort((one, other) => RANK[one.is] - RANK[other.is]).map(({ id, is, text, remedy }) => (
          <li key={id} className={`health-line health-${is}`}>
            <Sign is={is} />
            <div>
              <p><span className="unseen">{say(is)} </span>{text[language]}</p>
              {remedy && <p className="quiet">{say('remedy')}{remedy[language]}</p>}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Sign({ is }: { is: SentenceJson['is'] }): ReactElement {
  if (is === 'good') return <DoneSign />;
  const cross = is === 'bad' ? 'm2 2 8 8M10 2l-8 8' : 'M6 2v5M6 9v1.2';
  return <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true" focusable="false" className="sign"><path d={cross} fill="none" stroke="currentColor" strokeWidth="1.8" /></svg>;
}
