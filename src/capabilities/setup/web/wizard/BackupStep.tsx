import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { wizardLooks } from '../calls.ts';
import { FolderForm } from '../FolderForm.tsx';
import { setupWords } from '../words.ts';
import type { StepProps } from './step.ts';

/** ⑥ Where backups go. */
export function BackupStep({ token, wizard: { backup }, draft, change, wrong }: StepProps): ReactElement {
  const say = useWords(setupWords);
  return (
    <div className="column">
      <p className="quiet">{say('backupSays')}</p>
      {backup.from === 'environment'
        ? <Alert type="info" showIcon title={say('folderOfEnvironment', { folder: backup.folder ?? '' })} />
        : <FolderForm folder={draft.folder} toldWrong={wrong('backup-folder')} change={(folder) => change({ folder })} looks={wizardLooks(token, null)} />}
    </div>
  );
}
