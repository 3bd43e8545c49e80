import { PrinterOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, useWords } from '#ui/index.ts';
import { previewAddress, printablesQuery } from './calls.ts';
import { PrintSheet } from './PrintSheet.tsx';
import { usePrint, usePrintKey } from './usePrint.ts';
import { paperWords } from './words.ts';
import { readWorkstation } from './workstation.ts';

/** 打印 ▾ on a matter: which form, on which paper, how many; `Ctrl+P` prints the first form at once, as it was last printed here. */
export default function PrintButton({ matter }: { readonly matter: string }): ReactElement {
  const say = useWords(paperWords);
  const cache = useQueryClient();
  const forms = useQuery(printablesQuery(matter));
  const [open, setOpen] = useState(false);
  const { busy, print } = usePrint([matter]);
  const printFirst = async (): Promise<void> => {
    // The key may be quicker than the answer of what can be printed.
    const { items: [first] } = await cache.ensureQueryData(printablesQuery(matter));
    if (!first) return;
    const { paper, offset } = readWorkstation();
    await print({ form: first.form, paper: first.papers.includes(paper) ? paper : (first.papers[0] ?? 'a4'), offset });
  };
  // What cannot be read says so where the forms stand.
  usePrintKey(() => { printFirst().catch(() => setOpen(true)); });
  return (
    <Popover trigger="click" open={open} onOpenChange={setOpen} placement="bottomRight" content={
      <Answer of={forms} rows={4}>{(found) => <PrintSheet forms={found.items} busy={busy} preview={(form, paper) => previewAddress(matter, form, paper)} print={(wanted) => { setOpen(false); void print(wanted); }} />}</Answer>
    }>
      <Button icon={<PrinterOutlined />} loading={busy} aria-haspopup="dialog" aria-expanded={open} aria-keyshortcuts="Control+P">{say('print')} ▾</Button>
    </Popover>
  );
}
