import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { IntakeBody, IntakeForecast } from '../../contract.ts';
import { forecastQuery } from './calls.ts';

const PAUSE = 300;

/** What saving would do, asked again when the writer pauses. */
export function useForecast(body: IntakeBody | null): UseQueryResult<IntakeForecast> {
  return useQuery(forecastQuery(useSettled(body === null ? '' : JSON.stringify(body))));
}

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
