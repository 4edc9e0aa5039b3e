import { describe, expect, it } from 'vitest';
import { beanPages } from '../../server/jira/read/bean-pages.ts';
import { signal } from './fake-jira.ts';

/** What comes of a list whose pages are answered so, and how often it was asked for. */
async function read(answer: (startAt: number, count: number) => Record<string, unknown>) {
  let count = 0;
  const ask = async ({ path }: { path: string }) => {
    count += 1;
    return answer(Number(/startAt=(\d+)/.exec(path)?.[1]), count);
  };
  const client = { ask, usage: { requests: 0, retries: 0, faults: {} } };
  const request = { name: 'GET list', path: 'list', list: 'values', pageSize: 2, mostPages: 20 } as const;
  const pages = [];
  for await (const page of beanPages(client, request, signal)) pages.push(page);
  return { values: pages.flat(), count };
}

const all = ['a', 'b', 'c', 'd', 'e'];
const part = (startAt: number) => all.slice(startAt, startAt + 2);

describe('A list that is paged by position', () => {
  it('is asked for again where a page is empty and more is promised.', async () => {
    const emptySecond = await read((startAt, count) => ({ total: 5, values: count === 2 ? [] : part(startAt) }));
    expect(emptySecond).toEqual({ values: all, count: 4 });
    const withoutTotal = await read((startAt, count) => ({
      isLast: startAt >= 4,
      values: count === 1 ? [] : part(startAt),
    }));
    expect(withoutTotal).toEqual({ values: all, count: 4 });
  });

  it('has ended where pages stay empty, whatever is promised.', async () => {
    expect(await read((startAt) => ({ total: 9, isLast: false, values: part(startAt) }))).toEqual({
      values: all,
      count: 6,
    });
  });

  it('has not ended where isLast says so and total does not.', async () => {
    expect((await read((startAt) => ({ total: 5, isLast: true, values: part(startAt) }))).values).toEqual(all);
  });

  it('goes on behind a page that begins like the one before, and ends at one that is the same.', async () => {
    const pages = [['a', 'b'], ['a', 'c'], ['d']];
    expect((await read((_, count) => ({ values: pages[count - 1] ?? [] }))).values).toEqual(pages.flat());
    expect(await read(() => ({ values: ['a', 'b'] }))).toEqual({ values: ['a', 'b'], count: 2 });
  });
});
