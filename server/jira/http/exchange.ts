export interface ExchangeRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  /** A JSON text. */
  readonly body?: string;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
}

/** An answer read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** No whole answer arrived: no connection, a cut body, or the time was up. */
export class NoAnswer extends Error {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = 'NoAnswer';
  }
}

/** The answer is larger than permitted. */
export class AnswerTooLarge extends Error {
  constructor() {
    super('The answer is too large.');
    this.name = 'AnswerTooLarge';
  }
}

/**
 * Sends one request and reads its answer whole, whatever its status; redirects are not followed, for they would carry
 * the token elsewhere. The time limit covers the body too.
 * Throws NoAnswer, AnswerTooLarge, or the reason of the caller's signal.
 */
export async function exchange(fetch: typeof globalThis.fetch, url: string, request: ExchangeRequest): Promise<Answer> {
  const { method, headers, body, timeoutMs, signal } = request;
  signal?.throwIfAborted();
  const limit = new AbortController();
  const follow = () => limit.abort(signal?.reason);
  signal?.addEventListener('abort', follow, { once: true });
  const timer = setTimeout(() => limit.abort(new NoAnswer('The time was up.')), timeoutMs);
  try {
    const init = { method, headers, redirect: 'manual', signal: limit.signal } as const;
    const response = await fetch(url, body === undefined ? init : { ...init, body });
    return { status: response.status, headers: response.headers, text: await boundedText(response, request.maxBytes) };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof AnswerTooLarge) throw error;
    throw new NoAnswer('No whole answer arrived.', { cause: error });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', follow);
  }
}

async function boundedText(response: Response, maxBytes: number): Promise<string> {
  if (!response.body) return '';
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body) {
    bytes += part.byteLength;
    // Leaving the loop cancels the body, and so ends the connection.
    if (bytes > maxBytes) throw new AnswerTooLarge();
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}
