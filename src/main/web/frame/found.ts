import type { UseNavigateResult } from '@tanstack/react-router';
import type { Found } from '#capabilities/search/contract.ts';

/** Where each thing that was found is opened. */
export function openFound(navigate: UseNavigateResult<string>): (found: Found) => void {
  return (found) => {
    if (found.is === 'matter') void navigate({ to: '/matters/$id', params: { id: found.id } });
    else if (found.customer === null) void navigate({ to: '/matters', search: { search: found.title } });
    else void navigate({ to: '/matters', search: { customer: found.customer } });
  };
}
