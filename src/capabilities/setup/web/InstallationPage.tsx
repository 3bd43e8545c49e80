import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, App, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { z } from 'zod';
import { useMe } from '#capabilities/identity/web/index.ts';
import { Answer, Nothing, Trouble, useSubmission, useWords } from '#ui/index.ts';
import type { installationJson } from '../contract.ts';
import { installationQuery, keepCertificate, keepFolder, settingsLooks } from './calls.ts';
import { CertificateForm, type PemTexts } from './CertificateForm.tsx';
import { FolderForm } from './FolderForm.tsx';
import { Reached } from './Reached.tsx';
import { setupWords } from './words.ts';
import './set-up.css';

type Installation = z.infer<typeof installationJson>;

/** 安装设置: what the wizard asked for the whole machine, to be changed later. */
export default function InstallationPage(): ReactElement {
  const say = useWords(setupWords);
  const me = useMe();
  const installation = useQuery({ ...installationQuery, enabled: me.administrator });
  if (!me.administrator) return <Nothing text={say('onlyAdministrators')} />;
  return (
    <div className="set-up-page">
      <h1>{say('installation')}</h1>
      <p className="quiet">{say('elsewhere')} <Link to="/settings/channels">{say('toChannels')}</Link> · <Link to="/settings/import">{say('importTitle')}</Link></p>
      <Answer of={installation}>{(found) => (
        <>
          <h2>{say('stepReach')}</h2>
          <Reached reach={found.reach} />
          {!found.mayChange && <Alert className="spaced" type="info" showIcon title={say('notYours')} />}
          {found.mayChange && <Certificate found={found} />}
          <h2>{say('stepBackup')}</h2>
          <p className="quiet">{say('backupSays')}</p>
          {found.mayChange && <Backup found={found} />}
        </>
      )}</Answer>
    </div>
  );
}

function Certificate({ found }: { found: Installation }): ReactElement {
  const say = useWords(setupWords);
  const [pem, change] = useState<PemTexts>({ cert: '', key: '' });
  const [good, setGood] = useState(false);
  const { keep, trouble } = useKeeping((key) => keepCertificate(pem, key), () => {
    change({ cert: '', key: '' });
    // From now on plain http only says where to go.
    if (location.protocol === 'http:' && found.reach.publicUrl === null) location.assign(`https://${location.host}${location.pathname}`);
  });
  if (found.reach.certificate?.from === 'environment') return <Alert className="spaced" type="info" showIcon title={say('certificateOfEnvironment')} />;
  return (
    <div className="column spaced">
      <CertificateForm pem={pem} change={change} looks={settingsLooks} looked={(looked) => setGood(looked?.ok === true)} />
      {trouble !== null && <Trouble trouble={trouble} />}
      <div className="line"><Button type="primary" disabled={!good} onClick={() => void keep(pem)}>{say('save')}</Button></div>
    </div>
  );
}

function Backup({ found: { backup } }: { found: Installation }): ReactElement {
  const say = useWords(setupWords);
  const [folder, change] = useState(backup.folder ?? '');
  const { keep, trouble } = useKeeping((key) => keepFolder(folder.trim(), key), () => {});
  if (backup.from === 'environment') return <Alert type="info" showIcon title={say('folderOfEnvironment', { folder: backup.folder ?? '' })} />;
  return (
    <div className="column">
      <FolderForm folder={folder} change={change} looks={settingsLooks} />
      {trouble !== null && <Trouble trouble={trouble} />}
      <div className="line"><Button type="primary" disabled={folder.trim() === '' || folder.trim() === backup.folder} onClick={() => void keep(folder)}>{say('save')}</Button></div>
    </div>
  );
}

function useKeeping(send: (key: string) => Promise<unknown>, after: () => void): { keep: (body: unknown) => Promise<void>; trouble: unknown } {
  const say = useWords(setupWords);
  const { message } = App.useApp();
  const cache = useQueryClient();
  const submission = useSubmission();
  const [trouble, setTrouble] = useState<unknown>(null);
  const keep = async (body: unknown): Promise<void> => {
    setTrouble(null);
    try {
      await send(submission.keyFor(body));
      submission.done();
      message.success(say('saved'));
      after();
      await cache.invalidateQueries({ queryKey: ['installation'] });
    } catch (failed) {
      setTrouble(failed);
    }
  };
  return { keep, trouble };
}
