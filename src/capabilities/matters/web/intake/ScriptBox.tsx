import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { useMe } from '#capabilities/identity/web/index.ts';
import type { KindJson } from '#capabilities/policies/web/index.ts';
import type { AskJson, IntakeForecast } from '../../contract.ts';
import type { Draft, PlacedAsks } from '../rules/draft.ts';
import { useMomentText } from './TellPanel.tsx';
import { intakeWords } from './words.ts';

/** 怎么说: a sentence to read aloud with what is true of this call, and what the policy advises. */
export function ScriptBox({ draft, kind, placed, forecast }: { draft: Draft; kind: KindJson; placed: PlacedAsks<AskJson>; forecast: IntakeForecast }): ReactElement {
  const say = useWords(intakeWords);
  const me = useMe();
  const promised = placed.answerBy === null ? undefined : draft.answers[placed.answerBy.name];
  const when = useMomentText(typeof promised === 'string' ? promised : null);
  const passed = forecast.routed?.to ?? Object.values(forecast.matter.roles).find((role) => role.bearer.person !== me.person)?.bearerTitle;
  const sentence = when !== null ? say('sayReply', { when, name: me.name }) : passed !== undefined ? say('sayPassed', { to: passed, name: me.name }) : say('sayKept', { name: me.name });
  return (
    <div className="script">
      <h2>{say('howToSay')}</h2>
      <p className="tell-says">{sentence}</p>
      <Advice lines={kind.guidance} />
    </div>
  );
}

/** So much fits below the forecast without scrolling. */
const IN_SIGHT = 3;

/** What the policy advises at this kind: the first few, the rest one press away. */
function Advice({ lines }: { lines: readonly string[] }): ReactElement | null {
  const say = useWords(intakeWords);
  const [open, setOpen] = useState(false);
  if (lines.length === 0) return null;
  const shown = open ? lines : lines.slice(0, IN_SIGHT);
  return (
    <>
      <ul>{shown.map((each) => <li key={each}>{each}</li>)}</ul>
      {lines.length > IN_SIGHT && <Button type="link" className="flush" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? say('adviceLess') : say('adviceMore', { n: lines.length - IN_SIGHT })}</Button>}
    </>
  );
}
