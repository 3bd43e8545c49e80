import { instantOf, momentText, useClock, useLanguage, useMinute } from '#ui/index.ts';

/** A time as people agree on it: “今天 18:00”. */
export function useSpoken(): (time: string) => string {
  const { language } = useLanguage();
  const { zone } = useClock();
  const now = useMinute();
  return (time) => momentText(instantOf(time) ?? 0, now, zone, language, true);
}
