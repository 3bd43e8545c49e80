import { Radio } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { wizardLooks } from '../calls.ts';
import { CertificateForm } from '../CertificateForm.tsx';
import { Reached } from '../Reached.tsx';
import { setupWords } from '../words.ts';
import type { Way } from './draft.ts';
import type { StepProps } from './step.ts';

/** ③ How browsers and phones get here, and who has the certificate. */
export function ReachStep({ token, wizard: { reach }, draft, change, wrong }: StepProps): ReactElement {
  const say = useWords(setupWords);
  const ways = [['own', 'wayOwn', 'wayOwnSays'], ['proxy', 'wayProxy', 'wayProxySays'], ['later', 'wayLater', 'wayLaterSays']] as const;
  if (reach.certificate?.from === 'environment') return <Reached reach={reach} />;
  return (
    <div className="column">
      <Reached reach={reach} />
      <fieldset className="field">
        <legend className="field-label">{say('way')}</legend>
        <Radio.Group className="set-up-choices" value={draft.way} onChange={(event) => change({ way: event.target.value as Way })}>
          {ways.map(([way, title, says]) => <Radio key={way} value={way}>{say(title)} <span className="quiet">{say(says)}</span></Radio>)}
        </Radio.Group>
      </fieldset>
      {draft.way === 'proxy' && <pre className="set-up-code">{'PUBLIC_URL=https://aftercare.example.com\nTRUST_PROXY=1'}</pre>}
      {draft.way === 'own' && <CertificateForm pem={draft} wrong={wrong} change={({ cert, key }) => change({ cert, key })} looks={wizardLooks(token, null)} />}
    </div>
  );
}
