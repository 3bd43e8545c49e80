import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { IntakeBody } from '../../contract.ts';
import { useSettled } from '../settled.ts';
import { forecastQuery, type ForecastOf } from './calls.ts';

export interface Forecast { readonly forecast: UseQueryResult<ForecastOf>; /** Whom the company usually passes this draft on to; '' = nobody known. */ readonly usual: string }

/**
 * What saving would do, asked again when the writer pauses. What another draft was answered is shown until this one's comes, and says
 * nothing about whom this one goes to.
 * @param body - what would be saved; null = nothing to ask about
 */
export function useForecast(draft: string, body: IntakeBody | null): Forecast {
  const [of = '', written = ''] = useSettled(body === null ? draft : `${draft}\n${JSON.stringify(body)}`).split('\n');
  const forecast = useQuery(forecastQuery(of, written));
  const said = of === draft && forecast.data?.of === draft ? forecast.data.usualReceiver : null;
  return { forecast, usual: said ?? '' };
}
