import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { SidePanel, Trouble, useSubmission, useWords } from '#ui/index.ts';
import type { CustomerCard } from '#capabilities/customers/contract.ts';
import { changeDetails } from './calls.ts';
import { fileWords } from './words.ts';

const FIELDS = [['name', 120], ['phone', 40], ['address', 200], ['project', 60]] as const;
const TITLES = { name: 'name', phone: 'phone', address: 'place', project: 'project' } as const;

/** Correcting who a customer is. */
export function DetailsPanel({ card, close }: { card: CustomerCard; close: () => void }): ReactElement {
  const say = useWords(fileWords);
  const id = useId();
  const cache = useQueryClient();
  const submission = useSubmission();
  const [values, setValues] = useState({ name: card.name, phone: card.phone, address: card.address, project: card.project });
  const [trouble, setTrouble] = useState<unknown>(null);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      await changeDetails(card.id, values, submission.keyFor(values));
      submission.done();
      await Promise.all([cache.invalidateQueries({ queryKey: ['customer', card.id] }), cache.invalidateQueries({ queryKey: ['customers'] })]);
      close();
    } catch (failed) {
      setTrouble(failed);
    }
  };
  return (
    <SidePanel open title={say('edit')} close={close}>
      <form className="column" aria-label={say('edit')} onSubmit={(event) => void save(event)}>
        {FIELDS.map(([name, most]) => (
          <div key={name} className="field"><label className="field-label" htmlFor={`${id}${name}`}>{name === 'name' && <span className="field-must">*</span>}{say(TITLES[name])}</label>
            <Input id={`${id}${name}`} required={name === 'name'} maxLength={most} value={values[name]} onChange={(event) => setValues((before) => ({ ...before, [name]: event.target.value }))} /></div>
        ))}
        {trouble !== null && <Trouble trouble={trouble} />}
        <div className="line"><Button type="primary" htmlType="submit">{say('keep')}</Button><Button onClick={close}>{say('back')}</Button></div>
      </form>
    </SidePanel>
  );
}
