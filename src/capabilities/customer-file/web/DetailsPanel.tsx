import { useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { SidePanel, Trouble, useConfirm, useSubmission, useWords } from '#ui/index.ts';
import type { CustomerCard } from '#capabilities/customers/contract.ts';
import { changeDetails } from './calls.ts';
import { PanelFoot } from './PanelFoot.tsx';
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
  const save = async (): Promise<void> => {
    if (values.name.trim() === '') return;
    try {
      await changeDetails(card.id, values, submission.keyFor(values));
      submission.done();
      await Promise.all([cache.invalidateQueries({ queryKey: ['customer', card.id] }), cache.invalidateQueries({ queryKey: ['customers'] })]);
      close();
    } catch (failed) {
      setTrouble(failed);
    }
  };
  const hear = useConfirm(() => void save());
  return (
    <SidePanel open title={say('edit')} close={close} footer={<PanelFoot act={say('keep')} back={say('back')} busy={false} confirm={() => void save()} close={close} />}>
      <form className="column" aria-label={say('edit')} onKeyDown={hear} onSubmit={(event) => { event.preventDefault(); void save(); }}>
        {FIELDS.map(([name, most]) => (
          <div key={name} className="field"><label className="field-label" htmlFor={`${id}${name}`}>{name === 'name' && <span className="field-must">*</span>}{say(TITLES[name])}</label>
            <Input id={`${id}${name}`} required={name === 'name'} maxLength={most} value={values[name]} onChange={(event) => setValues((before) => ({ ...before, [name]: event.target.value }))} /></div>
        ))}
        {trouble !== null && <Trouble trouble={trouble} />}
      </form>
    </SidePanel>
  );
}
