import { Button } from 'antd';
import type { ReactElement } from 'react';
import { civilText, KeyName, StillSaving, useClock, useWords } from '#ui/index.ts';
import type { IntakeForecast } from '../../contract.ts';
import type { Draft } from '../rules/draft.ts';
import type { Follow, Pressed } from './useSave.ts';
import { passingOn } from './useIntake.ts';
import { intakeWords } from './words.ts';

interface Props { readonly draft: Draft; readonly forecast: IntakeForecast | undefined; /** Who gets it; '' = nobody. */ readonly to: string; readonly pressed: Pressed | null; readonly keptAt: number | null; readonly submit: (then: Follow) => void; readonly drop: () => void }

/** Whether F9 passes it on: where the policy wants that now, and where it may be and somebody is chosen; never where it would be refused. Before the first forecast nobody knows. */
export function forwardsWith(forecast: IntakeForecast | undefined, to: string): boolean {
  if (forecast === undefined) return true;
  return forecast.routed === null && forecast.forward !== null && forecast.forwardRefused === null && (forecast.forward.owed || to !== '');
}

/** The buttons below the form, and when it was kept. What the policy does not let do is not offered. */
export function ButtonBar({ draft, forecast, to, pressed, keptAt, submit, drop }: Props): ReactElement {
  const say = useWords(intakeWords);
  const { zone } = useClock();
  const forward = forecast?.routed ? null : forecast?.forward;
  const answer = forecast?.answer;
  const kept = keptAt === null ? say('noRoom') : keptAt > 0 && say('autosaved', { time: civilText(keptAt, zone).slice(11) });
  const passed = passingOn(forecast, to);
  if (draft.urgent) {
    return <div className="intake-buttons"><Button type="primary" loading={pressed !== null} onClick={() => submit(null)}>{passed ? say('completeAnd', { act: passed.title }) : say('complete')} <KeyName>{say('keyForward')}</KeyName></Button><StillSaving busy={pressed !== null} write><span className="quiet">{kept}</span></StillSaving></div>;
  }
  const forwards = forwardsWith(forecast, to);
  const waits = (then: Follow): boolean => pressed?.draft === draft.id && pressed.then === then;
  return (
    <div className="intake-buttons">
      <Button type="primary" loading={waits(forwards ? 'forward' : null)} onClick={() => submit(forwards ? 'forward' : null)}>{forwards ? (forward && forward.act !== 'forward' ? say('saveAnd', { act: forward.title }) : say('saveAndForward')) : say('save')} <KeyName>{say('keyForward')}</KeyName></Button>
      {answer && <Button loading={waits('answer')} onClick={() => submit('answer')}>{say('answerAndEnd')} <KeyName>{say('keySave')}</KeyName></Button>}
      {forwards && <Button loading={waits(null)} onClick={() => submit(null)}>{say('save')} {!answer && <KeyName>{say('keySave')}</KeyName>}</Button>}
      <StillSaving busy={pressed !== null} write><span className={keptAt === null ? 'field-says' : 'quiet'}>{kept}</span></StillSaving>
      {/* At the end of the row, where it stays when the forecast brings another button: nobody who aims at “clear” hits “save”. */}
      <span className="grow" />
      <Button type="text" onClick={drop}>{say('dropDraft')}</Button>
    </div>
  );
}
