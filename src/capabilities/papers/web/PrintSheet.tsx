import { Button, InputNumber, Radio, Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import { Moment, useWords } from '#ui/index.ts';
import type { PaperSize, PrintableJson } from '../contract.ts';
import type { ToPrint } from './calls.ts';
import { paperWords } from './words.ts';
import { keepWorkstation, readWorkstation } from './workstation.ts';
import './papers.css';

interface Props {
  readonly forms: readonly PrintableJson[]; readonly busy: boolean; readonly print: (wanted: ToPrint) => void;
  /** Address of a preview; none where several are printed at once, each on its own form unless another is chosen. */
  readonly preview?: (form: string, paper: PaperSize) => string;
}

const OWN = '';
/** Continuous paper goes through the carbon with one stroke; on loose sheets each of its three parts is printed by itself. */
const PARTS = 3;

/** What to print, on what, how often; what the printer needs is kept on this machine. */
export function PrintSheet({ forms, busy, print, preview }: Props): ReactElement {
  const say = useWords(paperWords);
  const [kept] = useState(readWorkstation);
  const [chosen, choose] = useState(preview ? (forms[0]?.form ?? OWN) : OWN);
  const [wantedPaper, setPaper] = useState<PaperSize>(kept.paper);
  const [copies, setCopies] = useState<number | null>(null);
  const [offset, setOffset] = useState(kept.offset);
  const form = forms.find((each) => each.form === chosen) ?? forms[0];
  if (!form) return <p className="quiet">{say('notPrinted')}</p>;
  const paper = form.papers.includes(wantedPaper) ? wantedPaper : (form.papers[0] ?? 'a4');
  const start = (): void => {
    keepWorkstation({ paper, offset });
    print({ form: chosen === OWN ? null : chosen, paper, copies: copies ?? 1, offset });
  };
  return (
    <div className="print-sheet">
      <Radio.Group vertical aria-label={say('form')} value={chosen} onChange={(event) => choose(String(event.target.value))} options={[...(preview ? [] : [{ value: OWN, label: say('ownForm') }]), ...forms.map((each) => ({ value: each.form, label: each.title }))]} />
      {preview && <p className="quiet"><LastPrint form={form} /></p>}
      <div className="print-row"><span>{say('paper')}</span><Segmented value={paper} onChange={(value) => { setPaper(value as PaperSize); setCopies(null); }} options={form.papers.map((each) => ({ value: each, label: say(each) }))} /></div>
      {paper === kept.paper && paper !== 'a4' && <p className="quiet">{say('asLast')}</p>}
      <div className="print-row"><span>{say('copies')}</span>{paper === 'three-part'
        ? <Segmented aria-label={say('copies')} value={copies ?? 1} onChange={setCopies} options={[{ value: 1, label: say('carbon') }, { value: PARTS, label: say('parts') }]} />
        : <InputNumber aria-label={say('copies')} min={1} max={6} value={copies ?? 1} onChange={setCopies} />}</div>
      <div className="print-row">
        <span>{say('offset')}</span>
        <InputNumber aria-label={say('offsetRight')} min={-10} max={10} step={0.5} value={offset.x} onChange={(x) => setOffset({ ...offset, x: x ?? 0 })} />
        <InputNumber aria-label={say('offsetDown')} min={-10} max={10} step={0.5} value={offset.y} onChange={(y) => setOffset({ ...offset, y: y ?? 0 })} />
      </div>
      <div className="print-row print-end">
        {preview && form.file !== null && <a href={`/api/papers/files/${form.file}`} target="_blank" rel="noreferrer">{say('reopen')}</a>}
        {preview && <Button href={preview(form.form, paper)} target="_blank">{say('preview')}</Button>}
        <Button type="primary" loading={busy} onClick={start}>{say('print')}</Button>
      </div>
    </div>
  );
}

function LastPrint({ form }: { form: PrintableJson }): ReactElement {
  const say = useWords(paperWords);
  if (form.lastAt === null) return <>{say('notPrinted')}</>;
  return <>{say('printed', { n: form.printed, by: form.lastBy ?? '—', at: '' })}<Moment at={form.lastAt} /></>;
}
