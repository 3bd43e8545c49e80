import { useNavigate } from '@tanstack/react-router';
import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { isComposition, soughtBy, useEnter, useWords } from '#ui/index.ts';
import { frameWords } from '../words.ts';

/** One field for everything: a phone number opens the intake with its customer, a number or words open the list. */
export function SearchBox(): ReactElement {
  const say = useWords(frameWords);
  const navigate = useNavigate();
  const field = useRef<InputRef>(null);
  const [typed, type] = useState('');
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyK' || isComposition(event)) return;
      event.preventDefault();
      field.current?.focus({ cursor: 'all' });
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
  const enter = useEnter(() => {
    const sought = soughtBy(typed);
    if (sought.text === '') return;
    type('');
    if (sought.is === 'phone') void navigate({ to: '/intake', search: { phone: sought.text } });
    else void navigate({ to: '/matters', search: sought.is === 'number' ? { number: sought.text } : { search: sought.text } });
  });
  return <Input ref={field} className="searchbox" role="searchbox" aria-label={say('search')} placeholder={say('search')} value={typed} maxLength={100} onChange={(event) => type(event.target.value)} onKeyDown={enter} />;
}
