import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { IntakeBody, IntakeForecast } from '../../contract.ts';
import { useSettled } from '../settled.ts';
import { forecastQuery } from './calls.ts';

/** What saving would do, asked again when the writer pauses. */
export function useForecast(body: IntakeBody | null): UseQueryResult<IntakeForecast> {
  return useQuery(forecastQuery(useSettled(body === null ? '' : JSON.stringify(body))));
}
