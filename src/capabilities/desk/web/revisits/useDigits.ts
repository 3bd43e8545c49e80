import { useEffect } from 'react';
import { useNewest } from '#ui/index.ts';

/** The keys 1…5 while nobody writes: with the receiver in one hand the other finds them. */
export function useDigits(pressed: (digit: number) => void): void {
  const newest = useNewest(pressed);
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const writing = event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]') !== null;
      if (writing || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || !/^[1-5]$/u.test(event.key)) return;
      event.preventDefault();
      newest.current(Number(event.key));
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [newest]);
}
