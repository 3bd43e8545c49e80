import { useCallback } from 'react';

/** Tells the style sheets how high the band is, so that bars and panels that stick to the top begin below it. */
export function useBandHeight(): (band: HTMLElement | null) => (() => void) | undefined {
  return useCallback((band: HTMLElement | null) => {
    if (!band) return undefined;
    const page = document.documentElement;
    const measure = (): void => page.style.setProperty('--alarms', `${band.offsetHeight}px`);
    const observer = new ResizeObserver(measure);
    observer.observe(band);
    measure();
    return () => {
      observer.disconnect();
      page.style.removeProperty('--alarms');
    };
  }, []);
}
