import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState, type ReactElement } from 'react';
import { Answer, Nothing, useConfirm, useFunctionKey, useWords } from '#ui/index.ts';
import { kindsQuery, type KindJson } from '#capabilities/policies/web/index.ts';
import { bodyOf, draftLacks, EMPTY_DRAFT, isEmptyDraft } from '../rules/draft.ts';
import { CallerColumn } from './CallerColumn.tsx';
import { ForecastColumn } from './ForecastColumn.tsx';
import { RecordColumn } from './RecordColumn.tsx';
import { SavedNotice } from './SavedNotice.tsx';
import { DraftStrip } from './DraftStrip.tsx';
import { useDrafts } from './useDrafts.ts';
import { useForecast } from './useForecast.ts';
import { useSave, type Saved } from './useSave.ts';
import { intakeWords } from './words.ts';
import './intake.css';

const route = getRouteApi('/intake');

/** 来电登记: the number first, then what is said, and beside it what will follow. */
export default function IntakePage(): ReactElement {
  const say = useWords(intakeWords);
  const kinds = useQuery(kindsQuery);
  return (
    <Answer of={kinds} rows={8}>{(found) => {
      const mine = found.filter((kind) => kind.mayReceive);
      return mine.length === 0 ? <Nothing text={say('noKinds')} /> : <Intake kinds={mine} />;
    }}</Answer>
  );
}

function Intake({ kinds }: { kinds: readonly KindJson[] }): ReactElement {
  const say = useWords(intakeWords);
  const writing = useDrafts(route.useSearch().phone);
  const { draft, change, chooseKind } = writing;
  const [lacks, setLacks] = useState<readonly string[]>([]);
  const [saved, setSaved] = useState<Saved | null>(null);
  const { busy, trouble, save } = useSave();
  const kind = kinds.find((one) => one.id === draft.kind) ?? null;
  const asks = kind?.asks.filter((ask) => ask.name !== 'content') ?? [];
  const body = kind === null ? null : bodyOf(draft, asks, say('unnamed'));
  const forecast = useForecast(body);
  useEffect(() => {
    const [first] = kinds;
    if (first && kind === null) chooseKind(first.id);
  });

  const submit = async (forward: boolean): Promise<void> => {
    const lacking = draftLacks(draft);
    setLacks(lacking);
    if (lacking.length > 0 || body === null || busy) return;
    const done = await save(body, forward, draft.to);
    if (!done) return;
    setSaved(done);
    writing.done();
  };
  const hear = useConfirm(() => void submit(false));
  useFunctionKey('F9', () => void submit(true));
  if (saved && isEmptyDraft(draft)) return <SavedNotice saved={saved} next={() => setSaved(null)} />;
  return (
    <div className="intake" onKeyDown={hear}>
      <DraftStrip writing={writing} />
      <CallerColumn draft={draft} change={change} nameNeeded={lacks.includes('name')} />
      <RecordColumn draft={draft} change={change} chooseKind={chooseKind} drop={() => change({ ...EMPTY_DRAFT, kind: draft.kind })} kinds={kinds} kind={kind} lacks={lacks} busy={busy} trouble={trouble} submit={(forward) => void submit(forward)} />
      <ForecastColumn draft={draft} change={change} kind={kind} forecast={forecast} />
    </div>
  );
}
