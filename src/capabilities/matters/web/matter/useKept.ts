import { useState } from 'react';

/**
 * What somebody is writing, kept on this machine until it is sent: closing a panel, a killed tab and an expired sign-in lose nothing.
 * @param key - where it is kept; one place for each form of each matter
 * @returns the value, how to change it, how to forget what was kept, and whether something was found at the start
 */
export function useKept<T>(key: string, start: () => T): [T, (value: T) => void, () => void, boolean] {
  const place = `aftercare.kept.${key}`;
  const [found] = useState<T | null>(() => read<T>(place));
  const [value, set] = useState<T>(() => found ?? start());
  const change = (next: T): void => {
    set(next);
    try {
      localStorage.setItem(place, JSON.stringify(next));
    } catch {
      // A machine that keeps nothing (private window, full disk) still lets one write.
    }
  };
  return [value, change, () => localStorage.removeItem(place), found !== null];
}

function read<T>(place: string): T | null {
  try {
    const text = localStorage.getItem(place);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}
