import { useRouter } from '@tanstack/react-router';

/** Opens what a notice is about: its link is a path below our own address, with the panel of the act. */
export function useOpen(): (link: string) => void {
  const router = useRouter();
  return (link) => router.history.push(link);
}
