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
  /** Address of a preview; none where several are printed at once. */
  readonly preview?: (form: string, paper: PaperSize) => string;
}

/** What to print, on what, how often; what the printer needs is kept on this machine. */
export function PrintSheet({ forms, busy, print, preview }: Props): ReactElement {
  const say = useWords(paperWords);
  const [kept] = useState(readWorkstation);
  const [chosen, choose] = useState(forms[0]?.form ?? '');
  const [wantedPaper, setPaper] = useState<PaperSize>(kept.paper);
  const [copies, setCopies] = useState<number | null>(null);
  const [offset, setOffset] = useState(kept.offset);
  const form = forms.find((each) => each.form === chosen);
  if (!form) return <p className="quiet">{say('notPrinted')}</p>;
  const paper = form.papers.includes(wantedPaper) ? wantedPaper : (form.papers[0] ?? 'a4');
  const usual = paper === 'three-part' ? 3 : 1;
  const start = (): void => {
    keepWorkstation({ paper, offset });
    print({ form: form.form, paper, copies: copies ?? usual, offset });
  };
  return (
    <div className="print-sheet">
      <Radio.Group vertical aria-label={say('form')} value={chosen} onChange={(event) => choose(String(event.target.value))} options={forms.map((each) => ({ value: each.form, label: each.title }))} />
      {preview && <p className="quiet"><LastPrint form={form} /></p>}
      <div className="print-row"><span>{say('paper')}</span><Segmented value={paper} onChange={(value) => setPaper(value as PaperSize)} options={form.papers.map((each) => ({ value: each, label: say(each) }))} /></div>
      <div className="print-row"><span>{say('copies')}</span><InputNumber aria-label={say('copies')} min={1} max={6} value={copies ?? usual} onChange={setCopies} /></div>
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
