import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { hasOpenApi, validateResponse } from '../support/openapi.ts';
import { type AnyJson, ask, letIn, type Reply, type Tokens } from './authorized.ts';
import { wideSite } from './wide-site.ts';

const count = 25;
const everyId = Array.from({ length: count }, (_, index) => String(10_001 + index));
let sandbox: Sandbox;
let tokens: Tokens;
const start = Date.UTC(2026, 5, 1, 8);

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, sites: [wideSite(count)], clock: () => start });
  tokens = await letIn(sandbox, 'alice');
  const site = sandbox.world.site('Wide');
  const names = ['Doing', 'To Do'];
  for (let turn = 0; turn < 12; turn += 1)
    site.transition('AAA-1', names[turn % 2] ?? '', { at: start - 90_000 + turn * 1000 });
});
beforeEach(() => sandbox.faults.clear());
afterAll(() => sandbox.close());

const post = (path: string, body: object) => ask(sandbox, tokens, 'wide-site', `/rest/api/3/${path}`, body);
const get = async (path: string): Promise<AnyJson> => (await ask(sandbox, tokens, 'wide-site', path)).body;
const query = { jql: 'created >= 0 ORDER BY created ASC', maxResults: 4 };

interface Walk {
  readonly pages: readonly (readonly string[])[];
  readonly tokens: readonly (string | undefined)[];
  readonly isLast: readonly boolean[];
}

/** Walks a search to the page without a token, or through twelve pages. */
async function walk(fields: string[] = ['id'], most = 12): Promise<Walk> {
  const [pages, seen, isLast]: [string[][], (string | undefined)[], boolean[]] = [[], [], []];
  let nextPageToken: string | undefined;
  do {
    const { status, body } = await post('search/jql', { ...query, fields, ...(nextPageToken && { nextPageToken }) });
    expect([status, hasOpenApi ? validateResponse('POST', '/rest/api/3/search/jql', 200, body) : []]).toEqual([
      200,
      [],
    ]);
    pages.push(body.issues.map((issue: AnyJson) => issue.id));
    isLast.push(body.isLast);
    nextPageToken = body.nextPageToken;
    seen.push(nextPageToken);
  } while (nextPageToken !== undefined && pages.length < most);
  return { pages, tokens: seen, isLast };
}

const sizes = ({ pages }: Walk) => pages.map((page) => page.length);

describe('Pages of a search', () => {
  it('hold all issues once, in order, with nothing switched on.', async () => {
    const { pages, isLast } = await walk();
    expect(pages.flat()).toEqual(everyId);
    expect(isLast).toEqual([false, false, false, false, false, false, true]);
  });

  it('repeat the end of the page before, and lose nothing by it.', async () => {
    sandbox.faults.set({ paging: [{ duplicates: 1 }] });
    const { pages } = await walk();
    for (const [index, page] of pages.entries()) if (index > 0) expect(page[0]).toBe(pages[index - 1]?.at(-1));
    expect([...new Set(pages.flat())]).toEqual(everyId);
    expect(pages.flat().length).toBe(count + pages.length - 1);
    sandbox.faults.set({ paging: [{ duplicates: 50, shortPages: 3 }] });
    expect(new Set((await walk(['id'], 40)).pages.flat()).size).toBe(count);
  });

  it('come shuffled, the same way each time, with the same entries.', async () => {
    const plain = await walk();
    sandbox.faults.set({ paging: [{ reorder: 7 }] });
    const [once, twice] = [await walk(), await walk()];
    expect(once.pages).toEqual(twice.pages);
    expect(once.pages).not.toEqual(plain.pages);
    expect(once.pages.map((page) => page.toSorted())).toEqual(plain.pages);
  });

  it('are empty now and then, with a token, or for ever.', async () => {
    sandbox.faults.set({ paging: [{ emptyPages: 3 }] });
    const emptied = await walk();
    expect(sizes(emptied)).toEqual([4, 4, 0, 4, 4, 0, 4, 4, 0, 1]);
    expect(emptied.pages.flat()).toEqual(everyId);
    sandbox.faults.set({ paging: [{ emptyPages: 1 }] });
    const endless = await walk();
    expect([sizes(endless), new Set(endless.tokens).size]).toEqual([Array(12).fill(0), 12]);
  });

  it('hand out their own token, once or for ever.', async () => {
    sandbox.faults.set({ paging: [{ repeatToken: { page: 3 } }] });
    const once = await walk();
    expect(once.tokens[2]).toBe(once.tokens[1]);
    expect(once.pages[3]).toEqual(once.pages[2]);
    expect([...new Set(once.pages.flat())]).toEqual(everyId);
    sandbox.faults.set({ paging: [{ repeatToken: { page: 3, forever: true } }] });
    const stuck = await walk();
    expect(new Set(stuck.tokens.slice(1)).size).toBe(1);
  });

  it('lie about being the last.', async () => {
    sandbox.faults.set({ paging: [{ lyingIsLast: true }] });
    const { pages, isLast } = await walk();
    expect([pages.flat(), isLast]).toEqual([everyId, [true, true, true, true, true, true, false]]);
  });

  it('end too soon, as if all had been said, or at once.', async () => {
    sandbox.faults.set({ paging: [{ truncate: 2 }] });
    const cut = await walk();
    expect([cut.pages.flat(), cut.isLast]).toEqual([everyId.slice(0, 8), [false, true]]);
    sandbox.faults.set({ paging: [{ emptyAnswer: true }] });
    expect(await walk()).toEqual({ pages: [[]], tokens: [undefined], isLast: [true] });
  });

  it('refuse one token as expired and go on with the next request.', async () => {
    sandbox.faults.set({ paging: [{ expirePageTokens: 2 }] });
    const first = (await post('search/jql', query)).body;
    const again = () => post('search/jql', { ...query, nextPageToken: first.nextPageToken });
    const replies = [await again(), await again(), await again()];
    expect(replies.map(({ status }: Reply) => status)).toEqual([200, 400, 200]);
    expect(replies[1]?.body.errorMessages).toEqual(['The provided next page token is invalid or expired.']);
  });

  it('suffer in searches for ids only, or in all others only, on some paths, for some requests.', async () => {
    sandbox.faults.set({ paging: [{ only: 'sweep', truncate: 1 }] });
    expect([sizes(await walk(['id'])), sizes(await walk(['summary'])).length]).toEqual([[4], 7]);
    sandbox.faults.set({ paging: [{ only: 'walk', truncate: 1 }] });
    expect([sizes(await walk()).length, sizes(await walk(['summary']))]).toEqual([7, [4]]);
    sandbox.faults.set({ paging: [{ path: 'changelog/bulkfetch', truncate: 1 }] });
    expect(sizes(await walk()).length).toBe(7);
    sandbox.faults.set({ paging: [{ times: 1, shortPages: 2 }] });
    expect(sizes(await walk())).toEqual([2, 4, 4, 4, 4, 4, 3]);
  });

  it('suffer several faults at once, and the later rule wins.', async () => {
    sandbox.faults.set({ paging: [{ shortPages: 1, lyingIsLast: true }, { shortPages: 2 }] });
    const { pages, isLast } = await walk();
    expect([pages[0]?.length, isLast[0]]).toEqual([2, true]);
  });

  it('make no sense with a page that has no token of its own.', () => {
    expect(() => sandbox.faults.set({ paging: [{ repeatToken: { page: 1 } }] })).toThrow();
    expect(() => sandbox.faults.set({ paging: [{ path: '(' }] })).toThrow();
  });
});

describe('Pages of histories', () => {
  it('spread one issue over many pages, with repetitions and empty ones, and lose nothing.', async () => {
    sandbox.faults.set({ paging: [{ path: 'changelog', shortPages: 3, duplicates: 1, emptyPages: 2 }] });
    const issueIdsOrKeys = ['10001', '10002'];
    const seen: string[] = [];
    const lengths: number[] = [];
    let nextPageToken: string | undefined;
    do {
      const { body } = await post('changelog/bulkfetch', { issueIdsOrKeys, ...(nextPageToken && { nextPageToken }) });
      const ids = body.issueChangeLogs.flatMap((log: AnyJson) => log.changeHistories.map((entry: AnyJson) => entry.id));
      seen.push(...ids);
      lengths.push(ids.length);
      nextPageToken = body.nextPageToken;
    } while (nextPageToken !== undefined);
    const { histories } = sandbox.world.site('Wide').issue('10001');
    expect([...new Set(seen)]).toEqual(histories.map(({ id }) => id));
    expect(seen.length).toBeGreaterThan(histories.length);
    expect(lengths.slice(0, 4)).toEqual([3, 0, 3, 0]);
  });

  it('leave out a share of the ids without a word, always the same ones, in both bulk answers.', async () => {
    sandbox.faults.set({ paging: [{ silentOmissions: 0.4 }] });
    const bulk = async () => {
      const { body } = await post('issue/bulkfetch', { issueIdsOrKeys: everyId, fields: ['summary'] });
      return body.issues.map((issue: AnyJson) => issue.id) as string[];
    };
    const left = await bulk();
    expect(await bulk()).toEqual(left);
    expect(left.length).toBeGreaterThan(count * 0.3);
    expect(left.length).toBeLessThan(count * 0.9);
    sandbox.faults.set({ paging: [{ path: 'changelog', silentOmissions: 1 }] });
    expect((await bulk()).length).toBe(count);
    expect((await post('changelog/bulkfetch', { issueIdsOrKeys: ['10001'] })).body).toEqual({ issueChangeLogs: [] });
  });
});

describe('Pages by position', () => {
  const path = '/rest/api/3/issue/AAA-1/changelog';

  /** Goes on by what has come, as a careful client does, to the page that says it is the last. */
  async function list(most = 20): Promise<{ ids: string[]; sizes: number[] }> {
    const [ids, lengths]: [string[], number[]] = [[], []];
    for (let page = 0; page < most; page += 1) {
      const bean = await get(`${path}?startAt=${ids.length}&maxResults=5`);
      ids.push(...bean.values.map((entry: AnyJson) => entry.id));
      lengths.push(bean.values.length);
      if (bean.isLast) break;
    }
    return { ids, sizes: lengths };
  }

  it('repeat, come shuffled and come empty without losing anything.', async () => {
    const plain = (await list()).ids;
    expect(plain.length).toBe(12);
    sandbox.faults.set({ paging: [{ duplicates: 1 }] });
    const repeated = (await list()).ids;
    expect([new Set(repeated).size, repeated.length]).toEqual([12, 14]);
    sandbox.faults.set({ paging: [{ reorder: 3 }] });
    const shuffled = (await list()).ids;
    expect([shuffled.toSorted(), shuffled.join() === plain.join()]).toEqual([plain.toSorted(), false]);
    sandbox.faults.set({ paging: [{ emptyPages: 2 }] });
    expect((await list()).sizes).toEqual([5, 0, 5, 0, 2]);
  });

  it('end too soon, say nothing, and lie.', async () => {
    sandbox.faults.set({ paging: [{ truncate: 2 }] });
    expect((await list()).sizes).toEqual([5, 5]);
    sandbox.faults.set({ paging: [{ emptyAnswer: true }] });
    expect(await get(path)).toMatchObject({ values: [], total: 0, isLast: true });
    expect(await get('/rest/api/3/users/search')).toEqual([]);
    sandbox.faults.set({ paging: [{ lyingIsLast: true }] });
    expect([(await get(path)).isLast, (await get(`${path}?maxResults=5`)).isLast]).toEqual([false, true]);
  });

  it('are short in every list.', async () => {
    sandbox.faults.set({ paging: [{ shortPages: 1 }] });
    for (const list of ['/rest/api/3/project/search', '/rest/api/3/user/bulk?accountId=ari&accountId=bela', path]) {
      expect((await get(list)).values.length, list).toBe(1);
    }
    expect((await get('/rest/api/3/users/search')).length).toBe(1);
  });
});
