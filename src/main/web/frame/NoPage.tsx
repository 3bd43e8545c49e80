import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Nothing, useWords } from '#ui/index.ts';
import { frameWords } from '../words.ts';

/** An address that leads nowhere. */
export function NoPage(): ReactElement {
  const say = useWords(frameWords);
  return <Nothing text={say('noPage')}><Link to="/">{say('toDesk')}</Link></Nothing>;
}
