import { useSyncExternalStore } from 'react';

const narrow = typeof matchMedia === 'undefined' ? null : matchMedia('(max-width: 767px)');

/** Whether the screen is narrower than 768 px: one column, panels over the whole width. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      narrow?.addEventListener('change', listener);
      return () => narrow?.removeEventListener('change', listener);
    },
    () => narrow?.matches ?? false,
  );
}
