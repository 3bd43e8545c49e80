import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import { useLanguage, useWords } from '#ui/index.ts';
import type { WizardAnswer } from '../../contract.ts';
import { importWords } from '../customers/words.ts';
import { WithoutHolder } from '../people/DryRun.tsx';
import { FirstPasswords } from '../people/FirstPasswords.tsx';
import { setupWords } from '../words.ts';

/** After the last button: first passwords, what is still open, and the way in; by https where there is a certificate now. */
export function Done({ answer: { me, people, customers, address, files } }: { answer: WizardAnswer }): ReactElement {
  const sayImport = useWords(importWords);
  const say = useWords(setupWords);
  const { language } = useLanguage();
  // Its own port speaks https from now on, under whatever name somebody came by.
  const secure = address?.startsWith('https:') === true && location.protocol === 'http:';
  const enter = (): void => location.assign(secure ? `https://${location.host}/` : '/');
  return (
    <div className="column">
      <h1>{say('done')}</h1>
      <Alert type="success" showIcon title={say('doneSays', { company: me.tenant.name })} />
      {files.map((text) => <Alert key={text.zh} type="warning" showIcon title={text[language]} />)}
      {customers && <p><b>{say('stepCustomers')}</b> {sayImport('imported', { n: customers.counts.new, same: customers.counts.same, wrong: customers.counts.wrong })}</p>}
      {people && <FirstPasswords answer={people} />}
      {people && <WithoutHolder titles={people.withoutHolder} />}
      <div className="line"><Button type="primary" size="large" onClick={enter}>{say(secure ? 'enterHttps' : 'enter')}</Button></div>
    </div>
  );
}
