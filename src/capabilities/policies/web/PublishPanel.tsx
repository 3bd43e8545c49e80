import { App, Button, Upload } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { SidePanel, Trouble, useWords } from '#ui/index.ts';
import type { PublishProblem } from '../contract.ts';
import { usePublish, type Chosen } from './usePublish.ts';
import { policyWords } from './words.ts';

/** Puts a policy of one's own into force: its two files, and what the checker finds in them. */
export default function PublishPanel({ close }: { close: () => void }): ReactElement {
  const say = useWords(policyWords);
  const { message } = App.useApp();
  const { busy, problems, trouble, takesOver, publish, forget } = usePublish();
  const [files, put] = useState<Chosen>({ rules: null, document: null });
  // What was found wrong belongs to the files that were chosen then.
  const choose = (part: Partial<Chosen>): void => { put({ ...files, ...part }); forget(); };
  const confirm = async (): Promise<void> => {
    const title = await publish(files, takesOver !== null);
    if (title === null) return;
    message.success(say('publishedSaid', { title }));
    close();
  };
  return (
    <SidePanel open title={say('publish')} close={close} footer={<Button type="primary" loading={busy} disabled={!files.rules || !files.document} onClick={() => void confirm()}>{say(takesOver === null ? 'publish' : 'publishAllTheSame')}</Button>}>
      <div className="column">
        <p>{say('publishAbout')}</p>
        <Choice title={say('rulesFile')} accept=".yaml,.yml" chosen={files.rules} choose={(rules) => choose({ rules })} />
        <Choice title={say('documentFile')} accept=".md,.markdown,.txt" chosen={files.document} choose={(document) => choose({ document })} />
        <p className="quiet">{say('publishThen')}</p>
        {takesOver !== null && <section role="alert" aria-label={say('takesOver')}><h3>{say('takesOver')}</h3><p>{takesOver}</p></section>}
        {trouble !== null && <Trouble trouble={trouble} />}
        {problems.length > 0 && <Problems problems={problems} />}
      </div>
    </SidePanel>
  );
}

/** The browser's own field would speak the browser's language, not the reader's. */
function Choice({ title, accept, chosen, choose }: { title: string; accept: string; chosen: File | null; choose: (file: File | null) => void }): ReactElement {
  const say = useWords(policyWords);
  const id = useId();
  return (
    <div>
      <label className="field-label" htmlFor={id}>{title}</label>
      <Upload id={id} accept={accept} maxCount={1} fileList={chosen ? [{ uid: id, name: chosen.name, status: 'done' }] : []} beforeUpload={(file) => { choose(file); return false; }} onRemove={() => choose(null)}>
        <Button>{say(chosen ? 'chooseAnother' : 'chooseFile')}</Button>
      </Upload>
    </div>
  );
}

function Problems({ problems }: { problems: readonly PublishProblem[] }): ReactElement {
  const say = useWords(policyWords);
  return (
    <section role="alert" aria-label={say('notPublished')}>
      <h3>{say('notPublished')}</h3>
      <ol className="publish-problems">{problems.map((each) => <li key={`${each.file}:${each.line}:${each.message}`}><span className="quiet number">{each.file}:{each.line}{each.clause !== null && ` · ${each.clause}`}</span><br />{each.message}</li>)}</ol>
    </section>
  );
}
