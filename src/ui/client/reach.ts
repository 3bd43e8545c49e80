/** Whether the server was reached the last time somebody tried; the browser's own word counts, too. */
let failed = false;
const listeners = new Set<() => void>();
const tell = (): void => { for (const each of listeners) each(); };

/** A request came back, or did not. */
export function reached(there: boolean): void {
  if (failed === !there) return;
  failed = !there;
  tell();
}

export const reach = {
  /** true = nothing can be sent now. */
  cut: (): boolean => failed || !navigator.onLine,
  subscribe(hear: () => void): () => void {
    listeners.add(hear);
    addEventListener('online', hear);
    addEventListener('offline', hear);
    return () => {
      listeners.delete(hear);
      removeEventListener('online', hear);
      removeEventListener('offline', hear);
    };
  },
  /** Tries once whether the server is there again. */
  async knock(): Promise<void> {
    await fetch('/api/health', { cache: 'no-store' }).then(() => reached(true), () => reached(false));
  },
};
