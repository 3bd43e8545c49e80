import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, useWords } from '#ui/index.ts';
import { printablesQuery } from './calls.ts';
import { PrintSheet } from './PrintSheet.tsx';
import { usePrint } from './usePrint.ts';
import { paperWords } from './words.ts';

const AT_MOST = 50;

/** 连续打印: the ticked rows as one PDF, each on its own form; or all on one of the first’s, and a row that has no such form is told and stops no other. */
export default function PrintBatchButton({ matters }: { readonly matters: readonly string[] }): ReactElement {
  const say = useWords(paperWords);
  const [open, setOpen] = useState(false);
  const { busy, print } = usePrint(matters);
  return (
    <Popover trigger="click" open={open} onOpenChange={setOpen} placement="bottomLeft" destroyOnHidden content={matters.length > AT_MOST ? <p>{say('tooMany')}</p> : <Sheet matters={matters} busy={busy} print={(wanted) => { setOpen(false); void print(wanted); }} />}>
      <Button icon={<PrinterOutlined />} loading={busy} disabled={matters.length === 0} aria-haspopup="dialog" aria-expanded={open}>{say('printMany', { n: matters.length })}</Button>
    </Popover>
  );
}

function Sheet({ matters: [first = ''], busy, print }: { readonly matters: readonly string[] } & Pick<ReturnType<typeof usePrint>, 'busy'> & { readonly print: (wanted: Parameters<ReturnType<typeof usePrint>['print']>[0]) => void }): ReactElement {
  const forms = useQuery(printablesQuery(first));
  return <Answer of={forms} rows={3}>{(found) => <PrintSheet forms={found.items} busy={busy} print={print} />}</Answer>;
}
