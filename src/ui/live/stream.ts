import { whileLeading } from './leading.ts';

/** Something the server told. */
export interface Heard { readonly event: string; readonly data: unknown }
export interface StreamNews {
  readonly heard: (news: Heard) => void;
  readonly connected: (connected: boolean) => void;
  /** Somebody listens from now on; what was told before, while nobody did, has to be read. `first`: this page has only just begun. */
  readonly opened: (first: boolean) => void;
}

/** What the tab that listens passes on to the others. */
type Passed = { readonly is: 'heard'; readonly news: Heard } | { readonly is: 'connected'; readonly connected: boolean } | { readonly is: 'opened' } | { readonly is: 'joined' };

/**
 * One stream of server-sent events for all tabs of this browser: over HTTP/1.1 six open streams block it. The tab that leads listens
 * and tells the others; when it closes, another takes over. Listens until the returned function is called.
 * @param scope - keeps tabs of different sign-ins apart.
 */
export function listen(path: string, scope: string, events: readonly string[], news: StreamNews): () => void {
  const leaving = new AbortController();
  if (!('BroadcastChannel' in globalThis)) {
    open(path, events, news, leaving.signal);
    return () => leaving.abort();
  }
  const channel = new BroadcastChannel(`aftercare.news.${scope}`);
  const pass = (passed: Passed): void => { if (!leaving.signal.aborted) channel.postMessage(passed); };
  const began = performance.now();
  let connected: boolean | null = null;
  const shared: StreamNews = {
    heard(said) { news.heard(said); pass({ is: 'heard', news: said }); },
    connected(now) { connected = now; news.connected(now); pass({ is: 'connected', connected: now }); },
    opened(first) { news.opened(first && performance.now() - began < FRESH); pass({ is: 'opened' }); },
  };
  channel.onmessage = ({ data }: MessageEvent<Passed>) => {
    if (data.is === 'heard') news.heard(data.news);
    if (data.is === 'connected') news.connected(data.connected);
    if (data.is === 'opened') news.opened(false);
    if (data.is === 'joined' && connected !== null) pass({ is: 'connected', connected });
  };
  pass({ is: 'joined' });
  whileLeading(`aftercare.live.${scope}`, leaving.signal, (signal) => {
    signal.addEventListener('abort', () => { connected = null; });
    open(path, events, shared, signal);
  });
  return () => {
    leaving.abort();
    channel.close();
  };
}

/** A page that listens so soon after its beginning has missed next to nothing. */
const FRESH = 3000;
/** A browser gives a stream up for good after some answers; a proxy that restarts must not end the day. */
const AGAIN = 5000;

function open(path: string, events: readonly string[], news: StreamNews, signal: AbortSignal): void {
  if (signal.aborted) return;
  let source = new EventSource(path);
  let again: ReturnType<typeof setTimeout> | undefined;
  let first = true;
  const attach = (): void => {
    source.onopen = () => {
      news.connected(true);
      news.opened(first);
      first = false;
    };
    source.onerror = () => {
      news.connected(false);
      if (source.readyState === EventSource.CLOSED) again = setTimeout(() => { source = new EventSource(path); attach(); }, AGAIN);
    };
    for (const event of events) {
      source.addEventListener(event, (message) => news.heard({ event, data: readJson(message.data) }));
    }
  };
  attach();
  // The browser waits a while before it tries again; when the network is back nobody has to.
  const anew = (): void => {
    if (source.readyState === EventSource.OPEN) return;
    clearTimeout(again);
    source.close();
    source = new EventSource(path);
    attach();
  };
  addEventListener('online', anew, { signal });
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
