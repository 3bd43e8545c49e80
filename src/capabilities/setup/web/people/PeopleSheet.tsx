import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { matchColumns, PEOPLE } from '../../rules/columns.ts';
import type { Company } from '../../rules/people.ts';
import type { Looks } from '../calls.ts';
import { ChooseFile } from '../ChooseFile.tsx';
import { ColumnChoice } from '../sheets/ColumnChoice.tsx';
import { Samples } from '../sheets/Samples.tsx';
import { useUpload } from '../sheets/useUpload.ts';
import { setupWords } from '../words.ts';
import { DryRun } from './DryRun.tsx';
import { checkedOf, type Uploaded } from './uploaded.ts';

interface Props { readonly uploaded: Uploaded | null; readonly change: (uploaded: Uploaded) => void; readonly company: Company; readonly looks: Looks; readonly busy?: (under: boolean) => void }

/** People from Excel: template, upload, columns, dry run. Writes nothing. */
export function PeopleSheet({ uploaded, change, company, looks, busy }: Props): ReactElement {
  const say = useWords(setupWords);
  const { take, under, trouble } = useUpload(async (base64, file) => {
    const sheet = await looks.sheet(base64);
    change({ file: file.name, sheet, mapping: matchColumns(sheet.header) });
  }, busy);
  return (
    <div className="column">
      <p className="quiet">{say('peopleSays')}</p>
      <div className="line">
        <a className="ant-btn ant-btn-default set-up-link" href={looks.template} download>{say('template')}</a>
        <ChooseFile primary accept=".xlsx" label={under ? say('reading') : say('upload')} loading={under} chosen={(file) => void take(file)} />
        {uploaded && <span className="quiet">{uploaded.file}</span>}
      </div>
      {trouble !== '' && <Alert type="warning" showIcon title={trouble} />}
      {uploaded && <ColumnChoice {...PEOPLE} header={uploaded.sheet.header} mapping={uploaded.mapping} title={(column) => say(`column_${column}`)} set={(column, at) => change({ ...uploaded, mapping: { ...uploaded.mapping, [column]: at } })} />}
      {uploaded && <Samples rows={uploaded.sheet.samples} />}
      {uploaded && <DryRun rows={checkedOf(uploaded, company)} company={company} />}
    </div>
  );
}
