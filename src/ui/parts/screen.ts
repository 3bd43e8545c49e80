import { useSyncExternalStore } from 'react';

/** Whether a media query holds, told anew when it changes. */
function watching(query: string): () => boolean {
  const media = typeof matchMedia === 'undefined' ? null : matchMedia(query);
  const subscribe = (listener: () => void): (() => void) => {
    media?.addEventListener('change', listener);
    return () => media?.removeEventListener('change', listener);
  };
  return () => useSyncExternalStore(subscribe, () => media?.matches ?? false);
}

/** Whether the screen is narrower than 768 px: one column, panels over the whole width. */
export const useNarrow = watching('(max-width: 767px)');
/** Whether it is a phone, narrower than 600 px: the menu is a bar at its foot. */
export const usePhone = watching('(max-width: 599px)');
