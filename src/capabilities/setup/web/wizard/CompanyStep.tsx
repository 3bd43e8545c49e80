import { Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import { PickOne, useWords } from '#ui/index.ts';
import { Field } from '../Field.tsx';
import { setupWords } from '../words.ts';
import type { StepProps } from './step.ts';

/** ① The company, its zone, and the policy it begins with. */
export function CompanyStep({ wizard, draft, change, wrong }: StepProps): ReactElement {
  const say = useWords(setupWords);
  const noPolicy = '-';
  return (
    <div className="form">
      <Field id="company" wrong={wrong('company')} title={say('company')} hint={say('companyHint')}><Input id="company" value={draft.company} maxLength={100} onChange={(event) => change({ company: event.target.value })} /></Field>
      <Field id="slug" wrong={wrong('slug')} title={say('slug')} hint={say('slugHint')}>
        <Input id="slug" value={draft.slug} maxLength={40} autoCapitalize="none" spellCheck={false} onChange={(event) => change({ slug: event.target.value.normalize('NFKC').toLowerCase().trim() })} />
      </Field>
      <Field id="zone" title={say('zone')}><PickOne id="zone" allowClear={false} value={draft.zone} options={wizard.zones.map((zone) => ({ value: zone, label: zone }))} change={(zone) => { if (zone !== null) change({ zone }); }} /></Field>
      <fieldset className="field">
        <legend className="field-label">{say('policy')}</legend>
        <Radio.Group className="set-up-choices" value={draft.policy ?? noPolicy} onChange={(event) => change({ policy: event.target.value === noPolicy ? null : String(event.target.value) })}>
          {wizard.policies.map(({ id, title, clauses, place }) => (
            <Radio key={id} value={id}>{title} <span className="quiet">{say('policyCounts', { clauses, positions: place.positions.length, units: place.units.length })}</span></Radio>
          ))}
          <Radio value={noPolicy}>{say('policyNone')}</Radio>
        </Radio.Group>
        <small className="quiet">{say('policyHint')}</small>
      </fieldset>
    </div>
  );
}
