import type { ReactElement } from 'react';
import { PickOne, useWords, type PickOption } from '#ui/index.ts';
import { customerWords } from './words.ts';

interface Props { readonly options: readonly PickOption[]; readonly value: string; readonly choose: (project: string) => void; readonly close: () => void }

/** The projects, opened: found by their words or by initials; gone again when it closes. */
export default function ProjectPicker({ options, value, choose, close }: Props): ReactElement {
  const say = useWords(customerWords);
  return <PickOne className="topbar-project" aria-label={say('project')} defaultOpen autoFocus allowClear={false} popupMatchSelectWidth={false} options={options} value={value} change={(project) => choose(project ?? '')} onOpenChange={(open) => { if (!open) close(); }} />;
}
