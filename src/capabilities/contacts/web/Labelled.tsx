import type { ReactElement, ReactNode } from 'react';

interface Props { readonly id: string; readonly title: string; readonly hint: string; readonly must?: boolean; readonly wrong?: string; readonly children: ReactNode }

/** A field with its name above and its hint below; what is wrong with it stands in the hint's place. */
export function Labelled({ id, title, hint, must = false, wrong = '', children }: Props): ReactElement {
  return (
    <div className={wrong === '' ? 'field' : 'field field-wrong'}>
      <label htmlFor={id} className="field-label">{must && <span className="field-must" aria-hidden="true">*</span>}{title}</label>
      {children}
      {wrong === '' ? <div className="quiet" id={`${id}-hint`}>{hint}</div> : <div className="field-says" role="alert">{wrong}</div>}
    </div>
  );
}
