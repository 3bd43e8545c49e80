import { Alert, Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { partWords, problemText, useLanguage, useWords } from '#ui/index.ts';
import type { CertificateJson } from '../contract.ts';
import type { Looks } from './calls.ts';
import { ChooseFile } from './ChooseFile.tsx';
import { Field } from './Field.tsx';
import { setupWords } from './words.ts';

export interface PemTexts { readonly cert: string; readonly key: string }
interface Props { readonly pem: PemTexts; readonly change: (pem: PemTexts) => void; readonly looks: Looks; /** What was found wrong elsewhere, by field. */ readonly wrong?: (field: string) => string; /** Told after each look. */ readonly looked?: (found: CertificateJson | null) => void }

/** Certificate and key, as files or pasted; one look says whether browsers could use them. */
export function CertificateForm({ pem, change, looks, looked, wrong = () => '' }: Props): ReactElement {
  const say = useWords(setupWords);
  const sayParts = useWords(partWords);
  const [found, find] = useState<CertificateJson | string | null>(null);
  const [under, setUnder] = useState(false);
  const edit = (part: Partial<PemTexts>): void => { find(null); looked?.(null); change({ ...pem, ...part }); };
  const look = async (): Promise<void> => {
    setUnder(true);
    try {
      const answer = await looks.certificate(pem);
      find(answer);
      looked?.(answer);
    } catch (failed) {
      find(problemText(failed, sayParts));
    }
    setUnder(false);
  };
  return (
    <div className="form">
      <PemField id="certificate" wrong={found === null ? wrong('certificate') : ''} title={say('cert')} value={pem.cert} change={(cert) => edit({ cert })} begins="-----BEGIN CERTIFICATE-----" />
      <PemField id="certificate-key" wrong={wrong('certificate-key')} title={say('key')} value={pem.key} change={(key) => edit({ key })} begins="-----BEGIN PRIVATE KEY-----" />
      <div className="line"><Button disabled={pem.cert === '' || pem.key === ''} loading={under} onClick={() => void look()}>{say('look')}</Button></div>
      <div aria-live="polite">{found !== null && <Found found={found} />}</div>
    </div>
  );
}

function PemField({ id, title, wrong, value, change, begins }: { id: string; title: string; wrong: string; value: string; change: (text: string) => void; begins: string }): ReactElement {
  const say = useWords(setupWords);
  return (
    <Field id={id} title={title} wrong={wrong}>
      <Input.TextArea id={id} value={value} placeholder={begins} autoSize={{ minRows: 2, maxRows: 4 }} spellCheck={false} autoComplete="off" maxLength={60_000} onChange={(event) => change(event.target.value)} />
      <div className="line"><ChooseFile accept=".pem,.crt,.cer,.key,text/plain" label={say('chooseFile')} chosen={(file) => void file.text().then(change)} /></div>
    </Field>
  );
}

function Found({ found }: { found: CertificateJson | string }): ReactElement {
  const say = useWords(setupWords);
  const { language } = useLanguage();
  if (typeof found === 'string') return <Alert type="warning" showIcon title={found} />;
  if (found.why) return <Alert type="warning" showIcon title={found.why[language]} />;
  const good = say('certificateGood', { names: found.names.join(', '), until: (found.until ?? '').slice(0, 10) });
  return <Alert type="success" showIcon title={good} description={found.selfSigned ? say('selfSigned') : undefined} />;
}
