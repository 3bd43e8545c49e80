import { useEffect, useState } from 'react';

const PAUSE = 300;

/** A value that has not changed for a moment. @param pause - milliseconds; 0 = at once */
export function useSettled<T>(value: T, pause = PAUSE): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    if (pause === 0) return settle(value);
    const timer = setTimeout(() => settle(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return pause === 0 ? value : settled;
}
