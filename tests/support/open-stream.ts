import type { Person } from './person.ts';

/** A subscription, as a browser holds it. */
export interface OpenStream {
  readonly status: number;
  /** All that has come so far. */
  readonly text: () => string;
  /** The server has ended it. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Subscribes to something, as server-sent events. */
export async function openStream(url: string, person: Person, query: string): Promise<OpenStream> {
  const gone = new AbortController();
  const response = await fetch(`${url}/graphql/stream`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${person.token}`,
      'content-type': 'application/json',
      accept: 'text/event-stream',
    },
    body: JSON.stringify({ query }),
    signal: gone.signal,
  });
  let text = '';
  const read = async (): Promise<void> => {
    for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) text += part;
  };
  const ended = read().catch((error: unknown) => {
    if (!gone.signal.aborted) throw error;
  });
  return { status: response.status, text: () => text, ended, close: () => gone.abort() };
}
