import { PrinterOutlined } from '@ant-design/icons';
import { App, Button, Popover, Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import { partWords, problemText, useSubmission, useWords } from '#ui/index.ts';
import { printRegister } from '../calls.ts';
import { paperWords } from '../words.ts';
import { keepWorkstation, readWorkstation } from '../workstation.ts';
import '../papers.css';

const PAPERS = ['a4-wide', 'three-part'] as const;

/** 打印 ▾ over the register: the days that are shown, on A4 lying or on three-part paper. */
export function RegisterPrint({ from, to }: { from: string; to: string }): ReactElement {
  const say = useWords(paperWords);
  const sayTrouble = useWords(partWords);
  const { message } = App.useApp();
  const submission = useSubmission();
  const [kept] = useState(readWorkstation);
  const [paper, setPaper] = useState<(typeof PAPERS)[number]>(kept.paper === 'three-part' ? 'three-part' : 'a4-wide');
  const [busy, setBusy] = useState(false);
  const print = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const tab = open('', '_blank');
    const body = { from, to, paper, offset: kept.offset };
    try {
      const address = await printRegister(body, submission.keyFor(body));
      submission.done();
      keepWorkstation({ ...kept, paper: paper === 'three-part' ? paper : kept.paper });
      if (tab) tab.location.replace(address);
      else message.warning(say('blocked'), 6);
    } catch (failed) {
      tab?.close();
      message.warning(problemText(failed, sayTrouble));
    }
    setBusy(false);
  };
  return (
    <Popover trigger="click" placement="bottomRight" content={
      <div className="print-sheet">
        <div className="print-row"><span>{say('paper')}</span><Segmented value={paper} onChange={setPaper} options={PAPERS.map((each) => ({ value: each, label: say(each) }))} /></div>
        <div className="print-row print-end"><Button type="primary" loading={busy} onClick={() => void print()}>{say('print')}</Button></div>
      </div>
    }>
      <Button icon={<PrinterOutlined />} loading={busy} aria-haspopup="dialog">{say('print')} ▾</Button>
    </Popover>
  );
}
