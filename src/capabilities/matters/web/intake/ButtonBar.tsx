import { Button } from 'antd';
import type { ReactElement } from 'react';
import { civilText, useClock, useWords } from '#ui/index.ts';
import type { IntakeForecast } from '../../contract.ts';
import type { Draft } from '../rules/draft.ts';
import type { Follow } from './useSave.ts';
import { intakeWords } from './words.ts';

interface Props { readonly draft: Draft; readonly forecast: IntakeForecast | undefined; readonly busy: boolean; readonly keptAt: number | null; readonly submit: (then: Follow) => void; readonly drop: () => void }

/** The buttons below the form, and when it was kept. What the policy does not let do is not offered. */
export function ButtonBar({ draft, forecast, busy, keptAt, submit, drop }: Props): ReactElement {
  const say = useWords(intakeWords);
  const { zone } = useClock();
  const forward = forecast?.routed ? null : forecast?.forward;
  const answer = forecast?.answer;
  const kept = keptAt === null ? say('noRoom') : keptAt > 0 && say('autosaved', { time: civilText(keptAt, zone).slice(11) });
  if (draft.urgent) {
    return <div className="intake-buttons"><Button type="primary" loading={busy} onClick={() => submit(null)}>{say('complete')} <small>{say('keyForward')}</small></Button><span className="quiet">{kept}</span></div>;
  }
  // Before the first forecast nobody knows; then F9 saves and forwards what can be forwarded.
  const forwards = forecast === undefined || Boolean(forward);
  return (
    <div className="intake-buttons">
      <Button type="primary" loading={busy} onClick={() => submit(forwards ? 'forward' : null)}>{forwards ? (forward && forward.act !== 'forward' ? say('saveAnd', { act: forward.title }) : say('saveAndForward')) : say('save')} <small>{say('keyForward')}</small></Button>
      {answer && <Button loading={busy} onClick={() => submit('answer')}>{say('answerAndEnd')} <small>{say('keySave')}</small></Button>}
      {forwards && <Button loading={busy} onClick={() => submit(null)}>{say('save')} {!answer && <small>{say('keySave')}</small>}</Button>}
      <span className={keptAt === null ? 'field-says' : 'quiet'}>{kept}</span>
      {/* At the end of the row, where it stays when the forecast brings another button: nobody who aims at “clear” hits “save”. */}
      <span className="grow" />
      <Button type="text" onClick={drop}>{say('dropDraft')}</Button>
    </div>
  );
}
