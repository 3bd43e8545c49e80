import { useQuery } from '@tanstack/react-query';
import { Input, Segmented, Select } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { kindsQuery, type KindJson } from '#capabilities/policies/web/index.ts';
import { matterWords } from '../words.ts';
import './list.css';
import type { MattersSearch } from './search.ts';

interface Props { readonly filter: MattersSearch; readonly change: (filter: MattersSearch) => void }

/** What the list is narrowed to. Stages and severities are offered once a kind is chosen, for they belong to it. */
export function Filters({ filter, change }: Props): ReactElement {
  const say = useWords(matterWords);
  const kinds = useQuery(kindsQuery);
  const kind = kinds.data?.find((one) => one.id === filter.kind);
  const put = (name: keyof MattersSearch, value: string | undefined): void => {
    const { [name]: _, ...rest } = filter;
    change(value === undefined || value === '' ? rest : { ...rest, [name]: value });
  };
  const chooseKind = (value: string | undefined): void => {
    const { stage: _, severity: __, kind: ___, ...rest } = filter;
    change(value === undefined ? rest : { ...rest, kind: value });
  };
  return (
    <div className="filters">
      <Input.Search key={filter.search ?? ''} aria-label={say('searchMatters')} placeholder={say('searchMatters')} allowClear defaultValue={filter.search ?? ''} onSearch={(text) => put('search', text.trim())} />
      <Select aria-label={say('kind')} allowClear placeholder={say('allKinds')} value={filter.kind ?? null} onChange={(value: string | null | undefined) => chooseKind(value ?? undefined)} options={(kinds.data ?? []).map((one) => ({ value: one.id, label: one.title }))} />
      {kind && <KindFilters kind={kind} filter={filter} put={put} />}
      <Segmented value={filter.open ?? ''} onChange={(value) => put('open', value)} options={[{ value: '', label: say('openAndEnded') }, { value: 'true', label: say('openOnly') }, { value: 'false', label: say('endedOnly') }]} />
    </div>
  );
}

function KindFilters({ kind, filter, put }: { kind: KindJson; filter: MattersSearch; put: (name: keyof MattersSearch, value: string | undefined) => void }): ReactElement {
  const say = useWords(matterWords);
  const severities = kind.axes.find((axis) => axis.fact === 'severity')?.values ?? [];
  const listed = (rows: readonly { id: string; title: string }[]): { value: string; label: string }[] => rows.map((row) => ({ value: row.id, label: row.title }));
  return (
    <>
      <Select aria-label={say('stage')} allowClear placeholder={say('allStages')} value={filter.stage ?? null} onChange={(value: string | null | undefined) => put('stage', value ?? undefined)} options={listed(kind.stages)} />
      {severities.length > 0 && <Select aria-label={say('severity')} allowClear placeholder={say('allSeverities')} value={filter.severity ?? null} onChange={(value: string | null | undefined) => put('severity', value ?? undefined)} options={listed(severities)} />}
    </>
  );
}
