import type { ReactElement } from 'react';
import type { AskType } from '../rules/index.ts';
import { ClauseChips } from '../parts/ClauseChip.tsx';
import { HowField, ItemsField, ManyField, OneField } from './fields/choices.tsx';
import type { FieldProps } from './fields/kinds.ts';
import { SuggestField } from './fields/SuggestField.tsx';
import { BearerField, DateField, FileField, InstantField, PeopleField, PersonField, UnitField } from './fields/later.tsx';
import { LinesField } from './fields/LinesField.tsx';
import { LineField, NumberField, PasswordField, TextField, TickField, YesNoField } from './fields/plain.tsx';

/** Every type a policy can ask has its field; a new type does not compile until it has one. */
const FIELDS: Record<AskType, (props: FieldProps) => ReactElement> = {
  text: (props) => (props.ask.values.length > 0 ? <SuggestField {...props} /> : <TextField {...props} />), tick: TickField, 'yes-no': YesNoField, whole: NumberField, number: NumberField, money: NumberField, instant: InstantField, date: DateField,
  file: FileField, person: PersonField, people: PeopleField, part: LineField, one: OneField, many: ManyField, items: ItemsField, lines: LinesField,
  bearer: BearerField, unit: UnitField, password: PasswordField, how: HowField, outcome: OneField,
};

/** One field with its label, its clause and what is wrong with it. */
export function AskField(props: FieldProps & { readonly wrong?: string }): ReactElement {
  const { ask, id, wrong = '' } = props;
  const Field = FIELDS[ask.type];
  return (
    <div className={wrong === '' ? 'field' : 'field field-wrong'}>
      {ask.type !== 'tick' && (
        <label htmlFor={id} className="field-label">{ask.required && <span className="field-must" aria-hidden="true">*</span>}{ask.title} <ClauseChips clauses={ask.clause} /></label>
      )}
      <Field {...props} />
      {wrong !== '' && <div className="field-says" role="alert">{wrong}</div>}
    </div>
  );
}
