import { Alert, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { partWords, problemText, useWords } from '#ui/index.ts';
import { COLUMNS, matchColumns, missingColumns, NEEDED, type Column } from '../../rules/columns.ts';
import type { Company } from '../../rules/people.ts';
import type { Looks } from '../calls.ts';
import { ChooseFile } from '../ChooseFile.tsx';
import { base64Of } from '../files.ts';
import { setupWords } from '../words.ts';
import { DryRun } from './DryRun.tsx';
import { checkedOf, type Uploaded } from './uploaded.ts';

interface Props { readonly uploaded: Uploaded | null; readonly change: (uploaded: Uploaded) => void; readonly company: Company; readonly looks: Looks }

const LARGEST = 700_000;

/** People from Excel: template, upload, columns, dry run. Writes nothing. */
export function PeopleSheet({ uploaded, change, company, looks }: Props): ReactElement {
  const say = useWords(setupWords);
  const { take, under, trouble } = useTaking(looks, change);
  return (
    <div className="column">
      <p className="quiet">{say('peopleSays')}</p>
      <div className="line">
        <a className="ant-btn ant-btn-default set-up-link" href={looks.template} download>{say('template')}</a>
        <ChooseFile primary accept=".xlsx" label={under ? say('reading') : say('upload')} loading={under} chosen={(file) => void take(file)} />
        {uploaded && <span className="quiet">{uploaded.file}</span>}
      </div>
      {trouble !== '' && <Alert type="warning" showIcon title={trouble} />}
      {uploaded && <Columns uploaded={uploaded} change={change} />}
      {uploaded && <DryRun rows={checkedOf(uploaded, company)} company={company} />}
    </div>
  );
}

function useTaking(looks: Looks, change: (uploaded: Uploaded) => void): { take: (file: File) => Promise<void>; under: boolean; trouble: string } {
  const say = useWords(setupWords);
  const sayParts = useWords(partWords);
  const [under, setUnder] = useState(false);
  const [trouble, setTrouble] = useState('');
  const take = async (file: File): Promise<void> => {
    setTrouble('');
    if (file.size > LARGEST) return setTrouble(say('tooLarge'));
    setUnder(true);
    try {
      const sheet = await looks.sheet(await base64Of(file));
      change({ file: file.name, sheet, mapping: matchColumns(sheet.header) });
    } catch (failed) {
      setTrouble(problemText(failed, sayParts));
    }
    setUnder(false);
  };
  return { take, under, trouble };
}

function Columns({ uploaded, change }: { uploaded: Uploaded; change: (uploaded: Uploaded) => void }): ReactElement {
  const say = useWords(setupWords);
  const { sheet, mapping } = uploaded;
  const options = [{ value: -1, label: say('noColumn') }, ...sheet.header.map((head, at) => ({ value: at, label: head === '' ? `#${at + 1}` : head }))];
  const missing = missingColumns(mapping).map((column) => say(`column_${column}`));
  const set = (column: Column, at: number): void => change({ ...uploaded, mapping: { ...mapping, [column]: at < 0 ? null : at } });
  return (
    <fieldset className="field">
      <legend className="field-label">{say('columns')}</legend>
      <div className="set-up-columns">
        {COLUMNS.map((column) => (
          <label key={column}>
            <small className="quiet">{NEEDED.includes(column) && <span className="field-must">*</span>}{say(`column_${column}`)}</small>
            <Select size="small" className="wide" aria-label={say(`column_${column}`)} value={mapping[column] ?? -1} options={options} onChange={(at: number) => set(column, at)} />
          </label>
        ))}
      </div>
      {missing.length > 0 && <Alert className="spaced" type="warning" showIcon title={say('needed', { list: missing.join('、') })} />}
    </fieldset>
  );
}
