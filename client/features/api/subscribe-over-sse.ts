import { readSseEvents } from './sse-events.ts';

export interface SseRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: unknown;
}

export interface SseSink {
  next(result: Record<string, unknown>): void;
  complete(): void;
  /** True while events can arrive; false between a break and the next successful connection. */
  connected(now: boolean): void;
}

export interface SseSurroundings {
  readonly fetch: typeof fetch;
  /** Milliseconds; resolves early when the signal aborts. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
  /** Null when nobody is signed in any more. */
  readonly token: () => Promise<string | null>;
  /** Asked once the server no longer takes the token: renews it, or finds that nobody is signed in. */
  readonly renew: () => Promise<void>;
}

const firstPauseMilliseconds = 1_000;
const longestPauseMilliseconds = 30_000;

/** Doubles up to half a minute, with jitter, so that a restarted server is not met by everyone at once. */
export function backOff(failures: number, random: number): number {
  const pause = Math.min(firstPauseMilliseconds * 2 ** failures, longestPauseMilliseconds);
  return Math.round(pause * (0.5 + random / 2));
}

/** One subscription over graphql-sse's distinct-connections mode; connects again after a break until stopped. Returns the stop. */
export function subscribeOverSse(request: SseRequest, around: SseSurroundings, sink: SseSink): () => void {
  const stop = new AbortController();
  void keepConnected(request, around, sink, stop.signal);
  return () => stop.abort();
}

async function keepConnected(request: SseRequest, around: SseSurroundings, sink: SseSink, signal: AbortSignal) {
  for (let failures = 0; !signal.aborted; failures++) {
    const outcome = await listenOnce(request, around, sink, signal);
    if (signal.aborted) return;
    sink.connected(false);
    if (outcome === 'finished' || outcome === 'refused') return sink.complete();
    if (outcome === 'served') failures = 0;
    await around.wait(backOff(failures, around.random()), signal);
  }
}

type Outcome = 'finished' | 'refused' | 'served' | 'broken';

/** `served`: at least one event came before the break, so the next pause starts small again. */
async function listenOnce(
  request: SseRequest,
  around: SseSurroundings,
  sink: SseSink,
  signal: AbortSignal,
): Promise<Outcome> {
  let served = false;
  try {
    const token = await around.token();
    if (token === null) return 'refused';
    const response = await around.fetch('/graphql/stream', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${token}` },
      body: JSON.stringify(request),
      signal,
    });
    if (response.status === 401) {
      await around.renew();
      return 'broken';
    }
    if (isRefusal(response)) {
      sink.next((await response.json()) as Record<string, unknown>);
      return 'refused';
    }
    if (!response.ok || !response.body) return 'broken';
    sink.connected(true);
    for await (const event of readSseEvents(response.body)) {
      if (event.event === 'complete') return 'finished';
      if (event.event !== 'next') continue;
      served = true;
      sink.next(JSON.parse(event.payload) as Record<string, unknown>);
    }
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
  }
  return served ? 'served' : 'broken';
}

/** The server's word about this very request, in JSON: asking again would bring the same. Too many requests pass. */
function isRefusal(response: Response): boolean {
  const inJson = response.headers.get('content-type')?.includes('json') ?? false;
  return inJson && response.status >= 400 && response.status < 500 && response.status !== 429;
}
