import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { IntakeBody, IntakeForecast } from '../../contract.ts';
import { useSettled } from '../settled.ts';
import { forecastQuery } from './calls.ts';

export interface Forecast { readonly forecast: UseQueryResult<IntakeForecast>; /** Whom the company usually passes this draft on to; '' = nobody known. */ readonly usual: string }

/**
 * What saving would do, asked again when the writer pauses. The usual receiver comes with one forecast and goes into the next, so it is
 * kept between the two, and never for another draft.
 * @param bodyFor - what would be saved, given the usual receiver; null = nothing to ask about
 */
export function useForecast(draft: string, bodyFor: (usual: string) => IntakeBody | null): Forecast {
  const [kept, keep] = useState({ draft, to: '' });
  const usual = kept.draft === draft ? kept.to : '';
  const body = bodyFor(usual);
  const written = body === null ? '' : JSON.stringify(body);
  const settled = useSettled(written);
  const forecast = useQuery(forecastQuery(settled));
  // What another draft or earlier words brought says nothing about these.
  const heard = settled === written && forecast.data !== undefined && !forecast.isPlaceholderData;
  const to = heard ? forecast.data.usualReceiver ?? '' : usual;
  useEffect(() => keep({ draft, to }), [draft, to]);
  return { forecast, usual };
}
