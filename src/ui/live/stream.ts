/**
 * One stream of server-sent events for all tabs of this browser: six open streams would block it. The tab that holds the lock listens
 * and tells the others; when it closes, the next one takes over. Where locks are missing (no secure address), each tab listens itself.
 */
export interface Heard { readonly event: string; readonly data: unknown }
export interface StreamNews { readonly heard: (news: Heard) => void; readonly connected: (connected: boolean) => void }

const LOCK = 'aftercare.live';

/** Listens until the returned function is called. `scope` keeps tabs of different sign-ins apart. */
export function listen(path: string, scope: string, events: readonly string[], news: StreamNews): () => void {
  const leaving = new AbortController();
  if (!('locks' in navigator) || !('BroadcastChannel' in globalThis)) {
    open(path, events, news, leaving.signal);
    return () => leaving.abort();
  }
  const channel = new BroadcastChannel(`${LOCK}.${scope}`);
  channel.onmessage = (message: MessageEvent<Heard>) => news.heard(message.data);
  const shared: StreamNews = { connected: news.connected, heard: (said) => { news.heard(said); channel.postMessage(said); } };
  navigator.locks.request(`${LOCK}.${scope}`, { signal: leaving.signal }, () => new Promise<void>((release) => {
    // Left while the lock was on its way: kept, it would silence every later listener of this browser.
    if (leaving.signal.aborted) return release();
    open(path, events, shared, leaving.signal);
    leaving.signal.addEventListener('abort', () => release());
  })).catch(() => undefined);
  return () => {
    leaving.abort();
    channel.close();
  };
}

function open(path: string, events: readonly string[], news: StreamNews, signal: AbortSignal): void {
  if (signal.aborted) return;
  let source = new EventSource(path);
  let again: ReturnType<typeof setTimeout> | undefined;
  const attach = (): void => {
    source.onopen = () => news.connected(true);
    source.onerror = () => {
      news.connected(false);
      // A browser gives a stream up for good after some answers; a proxy that restarts must not end the day.
      if (source.readyState === EventSource.CLOSED) again = setTimeout(() => { source = new EventSource(path); attach(); }, 5000);
    };
    for (const event of events) {
      source.addEventListener(event, (message) => news.heard({ event, data: readJson(message.data) }));
    }
  };
  attach();
  signal.addEventListener('abort', () => { clearTimeout(again); source.close(); });
}

function readJson(text: unknown): unknown {
  if (typeof text !== 'string') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
