import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useLanguage, useWords } from '#ui/index.ts';
import { frameWords } from '../words.ts';
import { useGroups, usePageHere } from './pages.ts';

/** The pages of one entry of the menu beside each other; nothing where there is only one. */
export function PageTabs(): ReactElement | null {
  const say = useWords(frameWords);
  const { language } = useLanguage();
  const here = usePageHere();
  const pages = useGroups().find((group) => group.name === here?.group)?.pages ?? [];
  if (pages.length < 2) return null;
  return (
    <nav className="page-tabs" aria-label={say('pagesHere')}>
      {pages.map((page) => <Link key={page.to} to={page.to} className={page === here ? 'page-tab page-tab-here' : 'page-tab'} aria-current={page === here ? 'page' : undefined}>{page.title[language]}</Link>)}
    </nav>
  );
}
