import { describe, expect, it } from 'vitest';
import { readSseEvents, takeSseEvents } from '../../client/features/api/sse-events.ts';
import {
  backOff,
  type SseSink,
  type SseSurroundings,
  subscribeOverSse,
} from '../../client/features/api/subscribe-over-sse.ts';

function streamOf(...chunks: string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk));
      controller.close();
    },
  });
}

const events = (...chunks: string[]) =>
  new Response(streamOf(...chunks), { headers: { 'content-type': 'text/event-stream' } });

/** Runs a subscription over canned responses until it ends by itself or no response is left; waits take no time. */
async function listen(responses: Response[], tokens: (string | null)[] = []) {
  const seen = {
    results: [] as unknown[],
    connected: [] as boolean[],
    waits: [] as number[],
    renewed: 0,
    sent: [] as RequestInit[],
  };
  await new Promise<void>((resolve) => {
    let stop: () => void = () => undefined;
    const around: SseSurroundings = {
      fetch: (_url, init) => {
        seen.sent.push(init ?? {});
        const response = responses.shift();
        return response ? Promise.resolve(response) : Promise.reject(new TypeError('network down'));
      },
      wait: (milliseconds) => {
        seen.waits.push(milliseconds);
        if (responses.length === 0) {
          stop();
          resolve();
        }
        return Promise.resolve();
      },
      random: () => 1,
      token: () => Promise.resolve(tokens.length > 0 ? (tokens.shift() ?? null) : 'token'),
      renew: () => {
        seen.renewed += 1;
        return Promise.resolve();
      },
    };
    const sink: SseSink = {
      next: (result) => seen.results.push(result),
      complete: resolve,
      connected: (now) => seen.connected.push(now),
    };
    stop = subscribeOverSse({ query: 'subscription { a }' }, around, sink);
  });
  return seen;
}

describe('Server-sent events', () => {
  it('are cut at empty lines, and half an event waits for its rest.', () => {
    expect(takeSseEvents('event: next\ndata: {"a":1}\n\nevent: ne')).toEqual({
      events: [{ event: 'next', payload: '{"a":1}' }],
      rest: 'event: ne',
    });
  });

  it('survive chunks that cut anywhere, even inside a letter.', async () => {
    const bytes = new TextEncoder().encode('event: next\ndata: "größer"\n\n');
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    const read = [];
    for await (const event of readSseEvents(stream)) read.push(event);
    expect(read).toEqual([{ event: 'next', payload: '"größer"' }]);
  });

  it('ignore keep-alive comments and join several data lines.', () => {
    expect(takeSseEvents(':\n\nevent: next\ndata: a\ndata: b\n\n').events).toEqual([
      { event: 'next', payload: 'a\nb' },
    ]);
  });
});

describe('A subscription', () => {
  it('passes results on and ends when the server completes it.', async () => {
    const seen = await listen([events('event: next\ndata: {"data":1}\n\n', 'event: complete\n\n')]);
    expect(seen.results).toEqual([{ data: 1 }]);
    expect(seen.connected).toEqual([true, false]);
    expect(seen.waits).toEqual([]);
    expect(new Headers(seen.sent[0]?.headers).get('authorization')).toBe('Bearer token');
    expect(new Headers(seen.sent[0]?.headers).get('accept')).toBe('text/event-stream');
  });

  it('connects again after a break, and goes on where events arrive.', async () => {
    const seen = await listen([
      events('event: next\ndata: {"data":1}\n\n'),
      new Response('', { status: 503 }),
      events('event: next\ndata: {"data":2}\n\n', 'event: complete\n\n'),
    ]);
    expect(seen.results).toEqual([{ data: 1 }, { data: 2 }]);
    expect(seen.waits).toEqual([1_000, 2_000]);
  });

  it('asks for a new token when the server refuses the old one.', async () => {
    const seen = await listen([new Response('{}', { status: 401 }), events('event: complete\n\n')]);
    expect(seen.renewed).toBe(1);
  });

  it('hands on what the server says of a faulty request, and does not ask again.', async () => {
    const refusal = Response.json({ errors: [{ message: 'no such field' }] }, { status: 400 });
    const seen = await listen([refusal, events('event: complete\n\n')]);
    expect(seen.results).toEqual([{ errors: [{ message: 'no such field' }] }]);
    expect(seen.sent).toHaveLength(1);
  });

  it('asks nothing once nobody is signed in.', async () => {
    const seen = await listen([], [null]);
    expect(seen.sent).toEqual([]);
  });

  it('waits longer after each failure, up to half a minute.', () => {
    expect([0, 1, 2, 10].map((failures) => backOff(failures, 1))).toEqual([1_000, 2_000, 4_000, 30_000]);
    expect(backOff(0, 0)).toBe(500);
  });
});
