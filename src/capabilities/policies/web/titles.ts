import { useQuery } from '@tanstack/react-query';
import { policiesQuery } from './calls.ts';

/** The title of a policy as its company gave it; its id while that is not known, or not open to the reader. */
export function usePolicyTitle(id: string): string {
  const policies = useQuery({ ...policiesQuery, retry: false });
  return policies.data?.find((policy) => policy.id === id)?.title ?? id;
}
