import { useQuery } from '@tanstack/react-query';
import { severityLevel, type SeverityLevel } from '#ui/index.ts';
import { kindsQuery } from './calls.ts';

/** The sign for a severity of a kind: the policy lists its severities from heavy to light. */
export function useSeverityLevel(): (kind: string, severity: string | null) => SeverityLevel {
  const kinds = useQuery(kindsQuery);
  return (kind, severity) => {
    const axis = kinds.data?.find((one) => one.id === kind)?.axes.find((one) => one.fact === 'severity');
    return severityLevel(axis?.values.map((value) => value.id) ?? [], severity);
  };
}
