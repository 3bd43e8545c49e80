import { Button, Upload } from 'antd';
import { useState, type ReactElement } from 'react';
import { Trouble } from '../../parts/states.tsx';
import { useWords } from '../../words/index.ts';
import { partWords } from '../../words/parts.ts';
import { useSources, type Named } from '../sources.tsx';
import type { FieldProps } from './kinds.ts';

/** One file: it is stored when it is chosen, its id is the answer. */
export function FileField({ id, value, change }: FieldProps): ReactElement {
  const say = useWords(partWords);
  const { upload } = useSources();
  const [stored, setStored] = useState<Named | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const put = async (file: File): Promise<void> => {
    setTrouble(null);
    try {
      const named = await upload(file);
      setStored(named);
      change(named.id);
    } catch (failed) {
      setTrouble(failed);
    }
  };
  return (
    <div className="column">
      <Upload id={id} maxCount={1} fileList={stored && value === stored.id ? [{ uid: stored.id, name: stored.name, status: 'done' }] : []}
        beforeUpload={(file) => { void put(file); return false; }} onRemove={() => { setStored(null); change(undefined); }}>
        <Button>{say('addFile')}</Button>
      </Upload>
      {trouble !== null && <Trouble trouble={trouble} />}
    </div>
  );
}
