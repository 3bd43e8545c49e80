import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { MatterJson, ReceiveBody } from '../../contract.ts';
import { forecast } from '../calls.ts';

const PAUSE = 400;

/** What saving would do, asked again when the writer pauses. The last answer stays until the next one is there. */
export function useForecast(body: ReceiveBody | null): UseQueryResult<MatterJson> {
  const settled = useSettled(body === null ? '' : JSON.stringify(body));
  return useQuery({
    queryKey: ['forecast', settled], enabled: settled !== '', placeholderData: keepPreviousData, staleTime: 30_000, retry: false,
    queryFn: ({ signal }) => forecast(JSON.parse(settled) as ReceiveBody, signal),
  });
}

/** A value that has not changed for a moment. */
export function useSettled<T>(value: T): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
