import { useLocation, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useMe } from '#capabilities/identity/web/index.ts';
import { GROUPS, PAGES, type Group, type PageEntry } from './menu.ts';
import { pageAt } from './rules/page-at.ts';

/** An entry of the menu with the pages of it that the person may see. */
export interface ShownGroup extends Group { readonly pages: readonly PageEntry[] }

/** The pages that exist and that this person may see. */
export function usePages(): readonly PageEntry[] {
  const me = useMe();
  const { routesByPath } = useRouter();
  return useMemo(() => PAGES.filter((page) => Object.hasOwn(routesByPath, page.to) && page.shows(me)), [me, routesByPath]);
}

/** The menu of this person. */
export function useGroups(): readonly ShownGroup[] {
  const pages = usePages();
  return useMemo(() => GROUPS.map((group) => ({ ...group, pages: pages.filter((page) => page.group === group.name) })).filter((group) => group.pages.length > 0), [pages]);
}

/** The page on the screen; undefined at an address that is in no menu. */
export function usePageHere(): PageEntry | undefined {
  const pages = usePages();
  const path = useLocation({ select: (location) => location.pathname });
  return pageAt(pages, path);
}
