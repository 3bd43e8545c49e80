import { Alert, Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { partWords, problemText, useLanguage, useWords } from '#ui/index.ts';
import type { FolderJson } from '../contract.ts';
import type { Looks } from './calls.ts';
import { Field } from './Field.tsx';
import { setupWords } from './words.ts';

/** Where backups go; one look says whether it can be written and how much room there is. */
export function FolderForm({ folder, change, looks, looked, toldWrong = '' }: { folder: string; /** What was found wrong elsewhere. */ toldWrong?: string; change: (folder: string) => void; looks: Looks; looked?: (found: FolderJson | null) => void }): ReactElement {
  const say = useWords(setupWords);
  const sayParts = useWords(partWords);
  const { language } = useLanguage();
  const [found, find] = useState<FolderJson | string | null>(null);
  const [under, setUnder] = useState(false);
  const look = async (): Promise<void> => {
    setUnder(true);
    try {
      const answer = await looks.folder(folder.trim());
      find(answer);
      looked?.(answer);
    } catch (failed) {
      find(problemText(failed, sayParts));
    }
    setUnder(false);
  };
  const wrong = typeof found === 'string' ? found : (found?.why?.[language] ?? toldWrong);
  return (
    <div className="form">
      <Field id="backup-folder" title={say('folder')} hint={say('folderHint')} wrong={wrong}>
        <Input id="backup-folder" value={folder} maxLength={400} spellCheck={false} autoComplete="off" onPressEnter={() => void look()} onChange={(event) => { find(null); looked?.(null); change(event.target.value); }} />
      </Field>
      <div className="line"><Button disabled={folder.trim() === ''} loading={under} onClick={() => void look()}>{say('look')}</Button></div>
      <div aria-live="polite">
        {found !== null && typeof found !== 'string' && found.ok && (
          <Alert type={found.sameDisk ? 'warning' : 'success'} showIcon title={say('folderGood', { free: `${Math.floor((found.freeBytes ?? 0) / 1e9)} GB` })} description={found.sameDisk ? say('sameDisk') : undefined} />
        )}
      </div>
    </div>
  );
}
