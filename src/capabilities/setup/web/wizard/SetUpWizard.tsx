import { useQuery } from '@tanstack/react-query';
import { Button, Steps } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { Answer, isBlank, Nothing, useNarrow, useWords } from '#ui/index.ts';
import type { WizardAnswer, WizardJson } from '../../contract.ts';
import { wizardQuery } from '../calls.ts';
import { setupWords } from '../words.ts';
import { AdministratorStep } from './AdministratorStep.tsx';
import { BackupStep } from './BackupStep.tsx';
import { ChannelStep } from './ChannelStep.tsx';
import { CompanyStep } from './CompanyStep.tsx';
import { CustomersStep } from './CustomersStep.tsx';
import { Done } from './Done.tsx';
import { emptyDraft, forgetDraft, keepDraft, readDraft, STEPS, type Draft, type Step } from './draft.ts';
import { OverviewStep } from './OverviewStep.tsx';
import { PeopleStep } from './PeopleStep.tsx';
import { ReachStep } from './ReachStep.tsx';
import type { StepProps } from './step.ts';
import '../set-up.css';

const PAGES: Readonly<Record<Step, (props: StepProps) => ReactElement>> = {
  company: CompanyStep, administrator: AdministratorStep, reach: ReachStep, people: PeopleStep, customers: CustomersStep, channel: ChannelStep, backup: BackupStep, overview: OverviewStep,
};
const TITLES = { company: 'stepCompany', administrator: 'stepAdministrator', reach: 'stepReach', people: 'stepPeople', customers: 'stepCustomers', channel: 'stepChannel', backup: 'stepBackup', overview: 'stepOverview' } as const;

/** The first-run wizard. The token stands behind `#`, so no server log ever has it; nothing is written before the last page's button. */
export default function SetUpWizard(): ReactElement {
  const say = useWords(setupWords);
  const [token] = useState(() => location.hash.slice(1));
  const wizard = useQuery({ ...wizardQuery(token), enabled: !isBlank(token) });
  if (isBlank(token)) return <Nothing text={say('noLink')} />;
  return <main className="set-up"><Answer of={wizard}>{(found) => <Wizard token={token} wizard={found} />}</Answer></main>;
}

function Wizard({ token, wizard }: { token: string; wizard: WizardJson }): ReactElement {
  const say = useWords(setupWords);
  const narrow = useNarrow();
  const [draft, setDraft] = useState<Draft>(() => readDraft() ?? emptyDraft(wizard.zones[0] ?? 'Asia/Shanghai', wizard.policies[0]?.id ?? null));
  const [answer, setAnswer] = useState<WizardAnswer | null>(null);
  useEffect(() => { if (!answer) keepDraft(draft, wizard.kinds); }, [answer, draft, wizard.kinds]);
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const go = (step: Step): void => { change({ at: STEPS.indexOf(step) }); window.scrollTo({ top: 0 }); };
  if (answer) return <Done answer={answer} />;
  const step = STEPS[draft.at] ?? 'company';
  const Page = PAGES[step];
  return (
    <>
      <h1>{say('title')}</h1>
      <p className="quiet">{say('says')}</p>
      <div className="set-up-frame">
        {narrow ? <p className="quiet">{say('step', { n: draft.at + 1, of: STEPS.length })}</p> : <Steps orientation="vertical" size="small" current={draft.at} onChange={(at) => { const to = STEPS[at]; if (to) go(to); }} items={STEPS.map((each) => ({ title: say(TITLES[each]) }))} />}
        <section aria-labelledby="set-up-step" className="set-up-step">
          <h2 id="set-up-step">{say(TITLES[step])}</h2>
          <Page token={token} wizard={wizard} draft={draft} change={change} go={go} done={(done) => { forgetDraft(); setAnswer(done); }} />
          <Ways at={draft.at} go={go} />
        </section>
      </div>
    </>
  );
}

function Ways({ at, go }: { at: number; go: (step: Step) => void }): ReactElement {
  const say = useWords(setupWords);
  const [before, after] = [STEPS[at - 1], STEPS[at + 1]];
  return (
    <div className="line set-up-ways">
      {before && <Button onClick={() => go(before)}>{say('back')}</Button>}
      {after && <Button type="primary" onClick={() => go(after)}>{say('next')}</Button>}
    </div>
  );
}
