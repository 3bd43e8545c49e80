import { QueryClient } from '@tanstack/react-query';
import { Problem } from '#ui/index.ts';

/** What has been read. Only a lost network or a broken server is asked again by itself; a refusal stays one. */
export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, trouble) => count < 2 && trouble instanceof Problem && (trouble.kind === 'offline' || trouble.kind === 'server'),
    },
  },
});
