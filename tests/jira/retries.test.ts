import { afterEach, describe, expect, it, vi } from 'vitest';
import { SourceError } from '../../server/sync/source.ts';
import { html, json, signal, sourceOn } from './fake-jira.ts';

const failure = async (promise: Promise<unknown>): Promise<SourceError> => {
  const error = await promise.then(
    () => new Error('nothing was thrown'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SourceError)) throw error;
  return error;
};
const histories = (source: ReturnType<typeof sourceOn>['source']) => source.histories(['1'], signal);
/** Whatever the fault under test is, the list of fields is there. */
const on = (answer: (count: number) => Response | object, options: Parameters<typeof sourceOn>[1] = {}) => {
  let count = 0;
  return sourceOn((request) => {
    if (request.path === 'field') return [];
    count += 1;
    return answer(count);
  }, options);
};
const good = { issueChangeLogs: [{ issueId: '1', changeHistories: [] }] };
// 12:30 UTC on 23 Nov 2026, fake-jira.ts.
const now = Date.UTC(2026, 10, 23, 12, 30);

afterEach(() => {
  vi.useRealTimers();
});

describe('the Jira client', () => {
  it('waits as long as Retry-After says, then asks again.', async () => {
    const { source, waits } = on((count) => (count === 1 ? json(429, {}, { 'retry-after': '4' }) : good));
    await histories(source);
    expect(waits).toEqual([4_000]);
    expect(source.usage).toEqual({ requests: 3, retries: 1, faults: { RATE_LIMITED: 1 } });
  });

  it('reads an HTTP date in Retry-After.', async () => {
    const at = new Date(now + 5_000).toUTCString();
    const { source, waits } = on((count) => (count === 1 ? json(503, {}, { 'retry-after': at }) : good));
    await histories(source);
    expect(waits).toEqual([5_000]);
  });

  it('backs off 2, 4 and 8 s without Retry-After and then says BUSY or UNAVAILABLE.', async () => {
    // Base 2 s, doubled, four tries: JIRA-CLOUD.md 2.7; the jitter at 0.5 is one.
    const busy = on(() => json(429, {}));
    expect(await failure(histories(busy.source))).toMatchObject({ kind: 'BUSY', retryAt: new Date(now + 16_000) });
    expect(busy.waits).toEqual([2_000, 4_000, 8_000]);
    const broken = on(() => json(500, {}), { random: () => 0.999 });
    expect(await failure(histories(broken.source))).toMatchObject({ kind: 'UNAVAILABLE', retryAt: null });
    expect(broken.waits).toHaveLength(3);
    expect(broken.requests).toHaveLength(5);
  });

  it.each([
    ['6', now + 6_000],
    ['300', now + 300_000],
    ['99999999999999', now + 86_400_000],
  ])('hands a Retry-After of %s s back to the worker.', async (seconds, retryAt) => {
    for (const status of [429, 503]) {
      const { source, waits } = on(() => json(status, {}, { 'retry-after': seconds }));
      expect(await failure(histories(source))).toMatchObject({ kind: 'BUSY', retryAt: new Date(retryAt) });
      expect(waits).toEqual([]);
    }
  });

  it.each(['jira-quota-global-based', 'jira-quota-tenant-based'])('does not spin on %s.', async (reason) => {
    const reset = '2026-11-23T12:50:00Z';
    const named = on(() => json(429, {}, { 'ratelimit-reason': reason, 'x-ratelimit-reset': reset }));
    expect(await failure(histories(named.source))).toMatchObject({ kind: 'BUSY', retryAt: new Date(reset) });
    const silent = on(() => json(429, {}, { 'ratelimit-reason': reason }));
    // The allowance is counted afresh at the full hour of UTC.
    expect((await failure(histories(silent.source))).retryAt).toEqual(new Date('2026-11-23T13:00:00Z'));
    expect(silent.requests).toHaveLength(2);
  });

  it('tries again after a lost connection and after a page of a proxy.', async () => {
    const { source, waits } = on((count) => {
      if (count === 1) throw new TypeError('fetch failed');
      return count < 4 ? html(count === 2 ? 502 : 200) : good;
    });
    await histories(source);
    expect(waits).toEqual([2_000, 4_000, 8_000]);
  });

  it('says MALFORMED when what arrives whole is never JSON.', async () => {
    const { source } = on(() => new Response('{"issueChangeLogs": ['));
    expect((await failure(histories(source))).kind).toBe('MALFORMED');
  });

  it('never repeats a request that was refused.', async () => {
    for (const answer of [
      json(400, { errorMessages: ['no'] }),
      html(403),
      json(302, {}, { location: 'https://evil.example' }),
    ]) {
      const { source, requests } = on(() => answer.clone());
      expect((await failure(histories(source))).kind).toBe('REFUSED');
      expect(requests).toHaveLength(2);
    }
  });

  it('renews a rejected token once and goes on with the new one.', async () => {
    const { source, requests } = sourceOn((request) => {
      if (request.path === 'field') return [];
      return request.token === 'token-1' ? json(401, { code: 401, message: 'Unauthorized' }) : good;
    });
    await histories(source);
    expect(requests.map(({ token }) => token)).toEqual(['token-1', 'token-1', 'token-2']);
  });

  it('takes a second 401 for the end of the grant, but a missing scope for a refusal.', async () => {
    const gone = on(() => json(401, { code: 401, message: 'Unauthorized' }));
    expect((await failure(histories(gone.source))).kind).toBe('GRANT_REVOKED');
    expect(gone.requests).toHaveLength(3);
    const scope = on(() => json(401, { code: 401, message: 'Unauthorized; scope does not match' }));
    expect((await failure(histories(scope.source))).kind).toBe('REFUSED');
  });

  it('passes on that the grant is gone.', async () => {
    const gone = async () => {
      throw new SourceError('GRANT_REVOKED', 'gone');
    };
    const { source } = on(() => json(401, {}), { tokens: { current: async () => 'a', renewed: gone } });
    expect((await failure(histories(source))).kind).toBe('GRANT_REVOKED');
  });

  it('takes an answer of 12 MB and refuses one without end.', async () => {
    const long = on(() => ({ ...good, padding: 'x'.repeat(12_000_000) }));
    await expect(histories(long.source)).resolves.toEqual(new Map([['1', []]]));
    const megabyte = new Uint8Array(1_000_000).fill(32);
    let sent = 0;
    const start = () => {
      sent += 1;
    };
    const endless = on(() => new Response(new ReadableStream({ pull: (stream) => stream.enqueue(megabyte), start })));
    expect((await failure(histories(endless.source))).kind).toBe('MALFORMED');
    // Page sizes 5000, 500, 50 and 1 were tried.
    expect(sent).toBe(4);
  });

  it('gives up an answer that takes longer than a minute.', async () => {
    vi.useFakeTimers();
    const hanging = (_: unknown, init?: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    const { source, waits } = on(() => good, { fetch: hanging as typeof globalThis.fetch });
    const failed = failure(
      source.countUpdatedSince(new Date(0), signal).then(() => source.page(new Date(0), null, signal)),
    );
    await vi.advanceTimersByTimeAsync(60_000 * 4 * 2);
    expect((await failed).kind).toBe('UNAVAILABLE');
    // Two readings, the first of them optional, with four tries each.
    expect(waits).toHaveLength(6);
  });

  it('stops with the reason of the signal when it is aborted.', async () => {
    const stopping = new AbortController();
    const { source } = on(() => json(500, {}), {
      wait: async (_, waiting) => {
        stopping.abort(new Error('the worker stops'));
        waiting.throwIfAborted();
      },
    });
    await expect(source.histories(['1'], stopping.signal)).rejects.toThrow('the worker stops');
  });

  it('tells neither people nor logs tokens, addresses or what Jira said.', async () => {
    const said = 'The value bob@example.com does not exist';
    const { source, logged } = on((count) => (count < 3 ? json(500, { said }) : json(400, { errorMessages: [said] })));
    const error = await failure(histories(source));
    expect(`${error.message} ${logged.join()}`).not.toMatch(/token-1|example|cloud-1/);
    expect(logged).toHaveLength(2);
  });
});
