import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Upload } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, Moment, Trouble, useSubmission, useWords } from '#ui/index.ts';
import { attachmentsQuery, upload } from '../calls.ts';
import { matterWords } from '../words.ts';

/** The files of a matter, to open and to add to. */
export function Attachments({ matter }: { matter: string }): ReactElement {
  const say = useWords(matterWords);
  const cache = useQueryClient();
  const submission = useSubmission();
  const files = useQuery(attachmentsQuery(matter));
  const [trouble, setTrouble] = useState<unknown>(null);
  const add = async (file: File): Promise<void> => {
    setTrouble(null);
    try {
      await upload(file, submission.keyFor([file.name, file.size, file.lastModified]), matter);
      submission.done();
      await cache.invalidateQueries({ queryKey: ['matter', matter, 'attachments'] });
    } catch (failed) {
      setTrouble(failed);
    }
  };
  return (
    <section aria-label={say('attachments')}>
      <h2>{say('attachments')}</h2>
      <Answer of={files} rows={1}>{(list) => (list.length === 0 ? <p className="quiet">{say('noAttachments')}</p> : (
        <ul className="rows">{list.map((file) => <li key={file.id}><a href={`/api/attachments/${file.id}`} download={file.name}>{file.name}</a> <span className="quiet">{Math.max(1, Math.round(file.bytes / 1024))} kB · {file.uploadedBy} <Moment at={file.at} /></span></li>)}</ul>
      ))}</Answer>
      {trouble !== null && <Trouble trouble={trouble} />}
      <Upload showUploadList={false} beforeUpload={(file) => { void add(file); return false; }}><Button>{say('addAttachment')}</Button></Upload>
    </section>
  );
}
