import type { ReactElement, ReactNode } from 'react';

interface Props { readonly id: string; readonly title: string; readonly hint?: string; readonly wrong?: string; readonly children: ReactNode }

/** One field with its label, what it means, and what is wrong with it. */
export function Field({ id, title, hint = '', wrong = '', children }: Props): ReactElement {
  return (
    <div className={wrong === '' ? 'field' : 'field field-wrong'}>
      <label className="field-label" htmlFor={id}>{title}</label>
      {children}
      {hint !== '' && <small className="quiet" id={`${id}-hint`}>{hint}</small>}
      {wrong !== '' && <small className="field-says" role="alert">{wrong}</small>}
    </div>
  );
}
