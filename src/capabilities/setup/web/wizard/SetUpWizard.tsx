import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Steps } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { Answer, isBlank, Nothing, Problem, useNarrow, useWords } from '#ui/index.ts';
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
import { TITLES, type StepProps } from './step.ts';
import { useWrongs } from './useWrongs.ts';
import '../set-up.css';

const PAGES: Readonly<Record<Step, (props: StepProps) => ReactElement>> = {
  company: CompanyStep, administrator: AdministratorStep, reach: ReachStep, people: PeopleStep, customers: CustomersStep, channel: ChannelStep, backup: BackupStep, overview: OverviewStep,
};
/** The first-run wizard. The token stands behind `#`, so no server log ever has it; nothing is written before the last page's button. */
export default function SetUpWizard(): ReactElement {
  const say = useWords(setupWords);
  const [token] = useState(() => location.hash.slice(1));
  const wizard = useQuery({ ...wizardQuery(token), enabled: !isBlank(token) });
  if (isBlank(token)) return <Nothing text={say('noLink')} />;
  if (wizard.error instanceof Problem && wizard.error.kind === 'forbidden') return <main className="set-up"><Alert type="info" showIcon title={wizard.error.message} action={wizard.error.code === 'link-used' ? <a href="/">{say('signIn')}</a> : undefined} /></main>;
  return <main className="set-up"><Answer of={wizard}>{(found) => <Wizard token={token} wizard={found} />}</Answer></main>;
}

function Wizard({ token, wizard }: { token: string; wizard: WizardJson }): ReactElement {
  const say = useWords(setupWords);
  const narrow = useNarrow();
  const [draft, setDraft] = useState<Draft>(() => readDraft() ?? emptyDraft(wizard.zones[0] ?? 'Asia/Shanghai', wizard.policies[0]?.id ?? null));
  const [answer, setAnswer] = useState<WizardAnswer | null>(null);
  useEffect(() => { if (!answer) keepDraft(draft, wizard.kinds); }, [answer, draft, wizard.kinds]);
  const [busy, setBusy] = useState(false);
  const step = STEPS[draft.at] ?? 'company';
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const checked = useWrongs({ token, draft, kinds: wizard.kinds });
  const go = (to: Step): void => { checked.leave(step); change({ at: STEPS.indexOf(to) }); window.scrollTo({ top: 0 }); };
  const goOn = async (to: Step): Promise<void> => { if (await checked.sound(step)) go(to); };
  if (answer) return <Done answer={answer} />;
  const Page = PAGES[step];
  return (
    <>
      <h1>{say('title')}</h1>
      <p className="quiet">{say('says')}</p>
      <div className="set-up-frame">
        {narrow ? <p className="quiet">{say('step', { n: draft.at + 1, of: STEPS.length })}</p> : <Steps orientation="vertical" size="small" current={draft.at} onChange={(at) => { const to = STEPS[at]; if (to && !busy) go(to); }} items={STEPS.map((each, at) => ({ title: say(TITLES[each]), status: stateOf(at, draft.at, checked.wrongs.some((wrong) => wrong.step === each)) }))} />}
        <section aria-labelledby="set-up-step" className="set-up-step">
          <h2 id="set-up-step">{say(TITLES[step])}</h2>
          <Page token={token} wizard={wizard} draft={draft} change={change} go={go} busy={setBusy} wrong={checked.wrong} wrongs={checked.wrongs} done={(done) => { forgetDraft(); setAnswer(done); }} />
          <Ways at={draft.at} back={go} on={(to) => void goOn(to)} under={checked.under} busy={busy} />
        </section>
      </div>
    </>
  );
}

/** A page with something wrong has no tick, whether somebody passed it or jumped over it. */
const stateOf = (at: number, now: number, wrong: boolean): 'process' | 'finish' | 'error' | 'wait' => (at === now ? 'process' : at > now ? 'wait' : wrong ? 'error' : 'finish');

function Ways({ at, back, on, under, busy }: { at: number; back: (step: Step) => void; on: (step: Step) => void; under: boolean; busy: boolean }): ReactElement {
  const say = useWords(setupWords);
  const [before, after] = [STEPS[at - 1], STEPS[at + 1]];
  return (
    <div className="line set-up-ways">
      {before && <Button disabled={busy} onClick={() => back(before)}>{say('back')}</Button>}
      {after && <Button type="primary" disabled={busy} loading={under} onClick={() => on(after)}>{say('next')}</Button>}
    </div>
  );
}
