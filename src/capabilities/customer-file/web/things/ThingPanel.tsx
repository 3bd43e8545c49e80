import { useQueryClient } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { PickDay, SidePanel, Trouble, useClock, useConfirm, useMinute, useSubmission, useWords } from '#ui/index.ts';
import { civilDayOf, dateOf } from '#engine/calendar/index.ts';
import { keepThing, type Keeping } from '../calls.ts';
import { PanelFoot } from '../PanelFoot.tsx';
import { FIELDS, valuesOf, type Field, type Homes, type ThingName, type Values } from './fields.ts';
import { thingWords } from './words.ts';

/** What is being done to which thing of a customer; `of` null = a new one. */
export interface Doing { readonly thing: ThingName; readonly of: Readonly<Record<string, unknown>> | null; readonly end?: boolean }
interface Props { readonly customer: string; readonly homes: Homes; readonly doing: Doing; readonly close: () => void }

/** Adding, changing or ending one thing of a customer. */
export function ThingPanel(props: Props): ReactElement {
  const { doing: { thing, of, end = false } } = props;
  const say = useWords(thingWords);
  const title = end ? say(`end_${thing}`) : of === null ? say(`add_${thing}`) : say('change');
  return end ? <Ending {...props} title={title} /> : <Form {...props} title={title} />;
}

/** The panel around what is asked: its buttons at the bottom, Ctrl+Enter anywhere in it; without what must be said nothing is sent. */
function Asking({ title, close, ready, under, trouble, save, children }: { title: string; close: () => void; ready: boolean; under: boolean; trouble: unknown; save: () => void; children: ReactNode }): ReactElement {
  const say = useWords(thingWords);
  const go = (): void => { if (ready && !under) save(); };
  const hear = useConfirm(go);
  return (
    <SidePanel open title={title} close={close} footer={<PanelFoot act={say('save')} back={say('back')} busy={under} disabled={!ready} confirm={go} close={close} />}>
      <form className="column" aria-label={title} onKeyDown={hear} onSubmit={(event) => { event.preventDefault(); go(); }}>
        {children}
        {trouble !== null && <Trouble trouble={trouble} />}
      </form>
    </SidePanel>
  );
}

function Form({ customer, homes, doing: { thing, of }, close, title }: Props & { title: string }): ReactElement {
  const [values, setValues] = useState(() => valuesOf(thing, of));
  const { keep, trouble, under } = useKeeping(customer, close);
  const path = of === null ? thing : `${thing}/${String(of['id'])}`;
  const save = (): void => void keep({ method: of === null ? 'POST' : 'PUT', path, body: values });
  const ready = FIELDS[thing].every(({ name, must = false }) => !must || (values[name] ?? '').trim() !== '');
  return (
    <Asking {...{ title, close, ready, under, trouble, save }}>
      {FIELDS[thing].filter(({ is }) => is !== 'home' || homes.length > 0).map((field) => <Asked key={field.name} field={field} homes={homes} values={values} change={(value) => setValues((before) => ({ ...before, [field.name]: value }))} />)}
    </Asking>
  );
}

function Ending({ customer, doing: { thing, of }, close, title }: Props & { title: string }): ReactElement {
  const say = useWords(thingWords);
  const id = useId();
  const { zone } = useClock();
  const now = useMinute();
  const [on, setOn] = useState(() => dateOf(civilDayOf(now, zone)));
  const [how, setHow] = useState('');
  const { keep, trouble, under } = useKeeping(customer, close);
  const save = (): void => void keep({ method: 'POST', path: `${thing}/${String(of?.['id'])}/end`, body: { on, how } });
  return (
    <Asking {...{ title, close, ready: true, under, trouble, save }}>
      <label className="field" htmlFor={id}><span className="field-label"><span className="field-must">*</span>{say('endOn')}</span><PickDay id={id} value={on} clearable={false} change={setOn} /></label>
      {thing === 'consents' && <label className="field" htmlFor={`${id}h`}><span className="field-label">{say('endHow')}</span><Input id={`${id}h`} maxLength={60} value={how} onChange={(event) => setHow(event.target.value)} /></label>}
    </Asking>
  );
}

function Asked({ field: { name, is, must = false, most = 60 }, homes, values, change }: { field: Field; homes: Homes; values: Values; change: (value: string | null) => void }): ReactElement {
  const say = useWords(thingWords);
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>{must && <span className="field-must">*</span>}{say(name)}</label>
      {is === 'home'
        ? <Select id={id} className="wide" allowClear placeholder={say('noHome')} value={values[name] ?? null} onChange={(next: string | null) => change(next ?? null)} options={homes.map((home) => ({ value: home.id, label: home.title }))} />
        : is === 'day'
          ? <PickDay id={id} value={values[name] ?? ''} change={(day) => change(day === '' ? null : day)} />
          : <Input id={id} required={must} maxLength={most} value={values[name] ?? ''} onChange={(event) => change(event.target.value)} />}
    </div>
  );
}

/** Sends what was written; the page reads the customer anew, and the panel closes. */
function useKeeping(customer: string, close: () => void): { keep: (keeping: Keeping) => Promise<void>; trouble: unknown; under: boolean } {
  const cache = useQueryClient();
  const submission = useSubmission();
  const [trouble, setTrouble] = useState<unknown>(null);
  const [under, setUnder] = useState(false);
  const keep = async (keeping: Keeping): Promise<void> => {
    setUnder(true);
    try {
      await keepThing(customer, keeping, submission.keyFor(keeping));
      submission.done();
      await cache.invalidateQueries({ queryKey: ['customer', customer] });
      close();
    } catch (failed) {
      setTrouble(failed);
      setUnder(false);
    }
  };
  return { keep, trouble, under };
}
