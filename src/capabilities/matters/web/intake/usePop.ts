import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Writing } from './useDrafts.ts';

const route = getRouteApi('/intake');

/** How often the page was filled in by a call, and whether a stranger's page wanted to. */
export interface Popped { readonly times: number; readonly refused: boolean }

/**
 * The screen-pop: `/intake?phone=…&call=…` opens or fills a draft. The address is emptied afterwards, so that loading the page
 * anew is no second call.
 */
export function usePop(writing: Writing): Popped {
  const { phone, call, refused } = route.useSearch();
  const navigate = useNavigate();
  const [popped, setPopped] = useState<Popped>({ times: 0, refused: false });
  useEffect(() => {
    if (refused !== undefined) setPopped((before) => ({ ...before, refused: true }));
    if (phone !== undefined || call !== undefined) {
      writing.ring({ phone: phone?.trim().slice(0, 40) ?? '', call: call?.trim().slice(0, 100) ?? '' });
      setPopped((before) => ({ times: before.times + 1, refused: false }));
    }
    if (phone !== undefined || call !== undefined || refused !== undefined) void navigate({ to: '/intake', search: {}, replace: true });
  }, [phone, call, refused]);
  return popped;
}
