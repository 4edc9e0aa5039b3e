import { describe, expect, it } from 'vitest';
import { type FakeAnswer, type FakeRequest, fieldsJson, html, issueJson, json, signal, sourceOn } from './fake-jira.ts';

const comment = (id: number, accountId = 'a1') => ({
  id: String(id),
  author: { accountId, displayName: `Person ${accountId}` },
  created: `2026-09-01T10:${String(id % 60).padStart(2, '0')}:00.000+0000`,
  body: { type: 'doc' },
});
const pageOf = (issues: unknown[], rest: (request: FakeRequest) => FakeAnswer) => {
  const faked = sourceOn((request) => {
    if (request.path === 'field') return fieldsJson;
    return request.path === 'search/jql' ? { issues } : rest(request);
  });
  return { ...faked, page: () => faked.source.page(new Date(0), null, signal) };
};

describe('acts on an issue', () => {
  it('are its comments and worklogs, oldest first, worklogs dated by their beginning.', async () => {
    const worklog = {
      id: '9',
      author: comment(1, 'b2').author,
      started: '2026-09-01T10:01:30.000+0000',
      timeSpentSeconds: 3_600,
    };
    const fields = {
      comment: { comments: [comment(2), comment(1)], total: 2 },
      worklog: { worklogs: [worklog], total: 1 },
    };
    const { page, requests } = pageOf([issueJson(1, fields)], () => json(500, {}));
    const { issues, people } = await page();
    expect(
      issues[0]?.acts.map(({ kind, at, authorId, seconds }) => [
        kind,
        at.toISOString().slice(14, 19),
        authorId,
        seconds,
      ]),
    ).toEqual([
      ['COMMENT', '01:00', 'a1', 0],
      ['WORKLOG', '01:30', 'b2', 3_600],
      ['COMMENT', '02:00', 'a1', 0],
    ]);
    expect(people.map(({ id }) => id)).toEqual(['a1', 'b2']);
    expect(requests).toHaveLength(2);
  });

  it('are fetched to the end where the issue lists a part, each once.', async () => {
    const all = Array.from({ length: 45 }, (_, index) => comment(index + 1));
    const { page, requests } = pageOf(
      [issueJson(1, { comment: { comments: all.slice(0, 20), total: 45 } })],
      // The server lowers the page size to 30 and begins the second page one too early.
      ({ query }) => {
        const startAt = Number(query.get('startAt'));
        const from = startAt === 0 ? 0 : startAt - 1;
        return { comments: all.slice(from, from + 30), startAt, maxResults: 30, total: 45 };
      },
    );
    const { issues } = await page();
    expect(issues[0]?.acts).toHaveLength(45);
    expect(requests.slice(2).map(({ path }) => path)).toEqual(['issue/1/comment', 'issue/1/comment']);
  });

  it('are what the issue lists when the rest cannot be had, and the rest is not asked for again.', async () => {
    const fields = { comment: { comments: [comment(1)], total: 9 } };
    const { page, requests } = pageOf([issueJson(1, fields), issueJson(2, fields)], () => html(500));
    const { issues } = await page();
    expect(issues.map(({ acts }) => acts.length)).toEqual([1, 1]);
    // Four tries for the first issue, none for the second.
    expect(requests.filter(({ path }) => path.endsWith('comment'))).toHaveLength(4);
  });
});

describe('the parent of an issue', () => {
  it('is found by its key where only the old epic link names it.', async () => {
    const issues = [
      issueJson(1, { customfield_10014: 'QS-2' }),
      issueJson(2),
      issueJson(3, { customfield_10014: 'OLD-7' }),
      issueJson(4, { customfield_10014: 'GONE-1' }),
      issueJson(5, { customfield_10014: 'OLD-7', parent: { id: '99', key: 'QS-99' } }),
    ];
    const { page, requests } = pageOf(issues, () => ({ issues: [{ id: '707', key: 'OLD-7' }], issueErrors: [] }));
    expect((await page()).issues.map(({ parentId }) => parentId)).toEqual(['2', null, '707', null, '99']);
    await page();
    expect(requests.filter(({ path }) => path === 'issue/bulkfetch').map(({ body }) => body)).toEqual([
      { issueIdsOrKeys: ['OLD-7', 'GONE-1'], fields: ['summary'] },
    ]);
  });

  it('is none when the epics cannot be had.', async () => {
    const { page } = pageOf([issueJson(3, { customfield_10014: 'OLD-7' })], () => json(403, {}));
    expect((await page()).issues[0]?.parentId).toBeNull();
  });
});
