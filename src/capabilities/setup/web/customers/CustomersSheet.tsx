import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { SHEETS, type CustomerSheetName } from '../../rules/customers/sheets.ts';
import { ChooseFile } from '../ChooseFile.tsx';
import { ColumnChoice } from '../sheets/ColumnChoice.tsx';
import { Samples } from '../sheets/Samples.tsx';
import { useUpload } from '../sheets/useUpload.ts';
import { setupWords } from '../words.ts';
import { LeftRows } from './LeftRows.tsx';
import type { Checking, UploadedCustomers } from './uploaded.ts';
import { importWords } from './words.ts';

interface Props { readonly sheet: CustomerSheetName; readonly check: Checking; readonly uploaded: UploadedCustomers | null; readonly change: (uploaded: UploadedCustomers) => void; readonly busy?: (under: boolean) => void }

/** Customers, homes or devices from Excel: template, upload, columns, dry run. Writes nothing. */
export function CustomersSheet({ sheet, check, uploaded, change, busy }: Props): ReactElement {
  const say = useWords(setupWords);
  const sayImport = useWords(importWords);
  const { take, under, trouble } = useUpload(async (file, { name }) => change({ name, file, check: await check(sheet, file) }), busy);
  const again = async (from: UploadedCustomers, column: string, at: number | null): Promise<void> => change({ ...from, check: await check(sheet, from.file, { ...from.check.mapping, [column]: at }) });
  return (
    <div className="column">
      <p className="quiet">{sayImport(`${sheet}Says`)}</p>
      <div className="line">
        <a className="ant-btn ant-btn-default set-up-link" href={`/api/setup/customer-template?sheet=${sheet}`} download>{say('template')}</a>
        <ChooseFile primary accept=".xlsx" label={under ? say('reading') : say('upload')} loading={under} chosen={(file) => void take(file)} />
        {uploaded && <span className="quiet">{uploaded.name}</span>}
      </div>
      {trouble !== '' && <Alert type="warning" showIcon title={trouble} />}
      {uploaded && <ColumnChoice columns={SHEETS[sheet].columns} needed={SHEETS[sheet].needed} header={uploaded.check.header} mapping={uploaded.check.mapping} title={(column) => sayImport(`column_${column}`)} set={(column, at) => void again(uploaded, column, at)} />}
      {uploaded && <Samples rows={uploaded.check.samples} />}
      {uploaded && uploaded.check.lacking.length === 0 && <LeftRows check={uploaded.check} />}
    </div>
  );
}
