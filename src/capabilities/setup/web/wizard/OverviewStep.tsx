import { Alert, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { Trouble, useLanguage, useWords } from '#ui/index.ts';
import { finishWizard } from '../calls.ts';
import { inWords } from '../customers/counted.ts';
import { importWords } from '../customers/words.ts';
import { checkedOf, countRows } from '../people/uploaded.ts';
import { setupWords } from '../words.ts';
import { channelOf, wizardBodyOf, type Step } from './draft.ts';
import { companyOf } from './PeopleStep.tsx';
import { TITLES, type StepProps } from './step.ts';

/** ⑦ Everything once more, and the one button that writes. */
export function OverviewStep({ token, wizard, draft, wrongs, go, done, busy }: StepProps): ReactElement {
  const say = useWords(setupWords);
  const { language } = useLanguage();
  const [trouble, setTrouble] = useState<unknown>(null);
  const [under, setUnder] = useState(false);
  const kind = wizard.kinds.find((each) => each.kind === draft.kind);
  const write = async (): Promise<void> => {
    setTrouble(null);
    setUnder(true);
    busy(true);
    try {
      done(await finishWizard(wizardBodyOf(token, draft, channelOf(draft, kind?.title[language] ?? ''))));
    } catch (failed) {
      setTrouble(failed);
      setUnder(false);
      busy(false);
    }
  };
  const first = wrongs[0];
  const titleOf = (step: Step, field: string): string => say(field === 'username' ? 'account' : field in NAMED ? (field as keyof typeof NAMED) : TITLES[step]);
  return (
    <div className="column">
      <p className="quiet">{say('overviewSays')}</p>
      <Lines draft={draft} wizard={wizard} kindTitle={kind?.title[language] ?? ''} go={go} under={under} />
      {first && <Alert type="warning" showIcon title={say('stillWrong')} description={<ul className="rows">{wrongs.map(({ step, field, says }) => <li key={field} className="set-up-line"><span className="quiet">{titleOf(step, field)}</span><span className="grow">{says[language]}</span><Button type="link" className="flush" onClick={() => go(step)}>{say('change')}</Button></li>)}</ul>} />}
      {trouble !== null && <Trouble trouble={trouble} />}
      <div className="line"><Button type="primary" size="large" disabled={first !== undefined} loading={under} onClick={() => void write()}>{under ? say('writing') : say('write')}</Button></div>
    </div>
  );
}

/** Fields that are called by a word of their own; others by that of their page. */
const NAMED = { company: true, slug: true, name: true, password: true } as const;

function Lines({ draft, wizard, kindTitle, go, under }: Pick<StepProps, 'draft' | 'wizard' | 'go'> & { kindTitle: string; under: boolean }): ReactElement {
  const say = useWords(setupWords);
  const sayImport = useWords(importWords);
  const { new: fresh, wrong } = countRows(checkedOf(draft.uploaded, companyOf(wizard, draft)));
  const policy = wizard.policies.find(({ id }) => id === draft.policy)?.title ?? say('policyNone');
  const way = { own: say('wayOwn'), proxy: say('wayProxy'), later: say('wayLater') }[draft.way];
  const lines: readonly (readonly [Step, string, string])[] = [
    ['company', say('stepCompany'), `${draft.company.trim() || '—'} (${draft.slug || '—'}) · ${draft.zone} · ${policy}`],
    ['administrator', say('stepAdministrator'), `${draft.name.trim() || '—'} (${draft.username.trim()})`],
    ['reach', say('stepReach'), wizard.reach.certificate?.from === 'environment' ? say('chosen') : way],
    ['people', say('stepPeople'), draft.uploaded ? say('counted', { n: fresh + wrong, good: fresh, wrong }) : say('none')],
    ['customers', say('stepCustomers'), draft.customers ? sayImport('counted', inWords(draft.customers.check.counts)) : say('none')],
    ['channel', say('stepChannel'), draft.kind === null ? say('none') : draft.channelName.trim() || kindTitle],
    ['backup', say('stepBackup'), wizard.backup.from === 'environment' ? (wizard.backup.folder ?? '') : draft.folder.trim() || say('none')],
  ];
  return (
    <ul className="rows">
      {lines.map(([step, title, text]) => (
        <li key={step} className="set-up-line"><span className="quiet">{title}</span><span className="grow">{text}</span><Button type="link" className="flush" disabled={under} aria-label={`${say('change')} ${title}`} onClick={() => go(step)}>{say('change')}</Button></li>
      ))}
    </ul>
  );
}
