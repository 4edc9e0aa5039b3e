import { describe, expect, it } from 'vitest';
import { SourceError } from '../../server/sync/source.ts';
import { type FakeAnswer, type FakeRequest, fieldsJson, issueJson, json, signal, sourceOn } from './fake-jira.ts';

const since = new Date('2026-11-01T00:00:00Z');
const searching = (answer: (request: FakeRequest, count: number) => FakeAnswer, fields: FakeAnswer = fieldsJson) => {
  let count = 0;
  return sourceOn((request) => {
    if (request.path === 'field') return fields instanceof Response ? fields.clone() : fields;
    if (request.path !== 'search/jql') return answer(request, count);
    count += 1;
    return answer(request, count);
  });
};
const kindOf = (error: unknown) => (error instanceof SourceError ? error.kind : error);

describe('a page of issues', () => {
  it('asks by epoch milliseconds, oldest update first, for used fields only.', async () => {
    const { source, requests } = searching(() => ({ issues: [], isLast: true }));
    await source.page(since, null, signal);
    await source.page(new Date(0), null, signal);
    const bodies = requests.filter(({ path }) => path === 'search/jql').map(({ body }) => body);
    // 2026-11-01T00:00:00Z is 1793491200 s (date -d).
    expect(bodies).toMatchObject([
      { jql: 'updated >= 1793491200000 ORDER BY updated ASC, key ASC', maxResults: 100 },
      { jql: 'updated >= 0 ORDER BY updated ASC, key ASC' },
    ]);
    const { fields } = bodies[0] as { fields: string[] };
    const custom = ['customfield_10021', 'customfield_10020', 'customfield_10016'];
    expect(fields).toEqual(expect.arrayContaining(['status', ...custom, 'comment']));
    expect(fields).not.toContain('description');
    expect(requests.filter(({ path }) => path === 'field')).toHaveLength(1);
  });

  it('hands tokens through and ends where there is none, whatever isLast says.', async () => {
    const { source, requests } = searching((_, count) =>
      count === 1
        ? { issues: [issueJson(1)], nextPageToken: 'second', isLast: true }
        : { issues: [issueJson(2)], isLast: false },
    );
    const first = await source.page(since, null, signal);
    expect(first.nextPageToken).toBe('second');
    const second = await source.page(since, first.nextPageToken, signal);
    expect(second.nextPageToken).toBeNull();
    expect(requests.at(-1)?.body).toMatchObject({ nextPageToken: 'second' });
  });

  it('stops at a token that leads back and at empty pages without end.', async () => {
    const walk = async (answer: (request: FakeRequest, count: number) => FakeAnswer) => {
      const { source } = searching(answer);
      let token: string | null = null;
      for (let pages = 1; pages < 1_000; pages += 1) {
        const page: { nextPageToken: string | null } = await source.page(since, token, signal);
        if (page.nextPageToken === null) return pages;
        token = page.nextPageToken;
      }
      return 'never';
    };
    const issues = [issueJson(1)];
    await expect(walk((_, count) => ({ issues, nextPageToken: count % 2 ? 'a' : 'b' }))).rejects.toMatchObject({
      kind: 'MALFORMED',
    });
    await expect(walk((_, count) => ({ issues: [], nextPageToken: String(count) }))).rejects.toMatchObject({
      kind: 'MALFORMED',
    });
    expect(
      await walk((_, count) => ({ issues: count < 40 ? [] : issues, nextPageToken: count < 90 ? `${count}` : null })),
    ).toBe(90);
    expect(await walk(() => ({ issues, nextPageToken: 'same', isLast: true }))).toBe(2);
  });

  it('does not take a page asked for again for a loop.', async () => {
    const { source } = searching((request) => {
      const { nextPageToken: token } = request.body as { nextPageToken?: string };
      return { issues: [issueJson(1)], nextPageToken: token === undefined ? 'b' : token === 'b' ? 'c' : null };
    });
    for (const token of [null, 'b', 'b', 'c', 'b', null]) await source.page(since, token, signal);
    expect(source.usage.requests).toBe(7);
  });

  it('tells an expired token from any other refusal.', async () => {
    // Text of JIRA-CLOUD.md 2.1.
    const expired = json(400, { errorMessages: ['The provided next page token is invalid or expired.'], errors: {} });
    const { source } = searching(() => expired.clone());
    expect(kindOf(await source.page(since, 'old', signal).catch((error: unknown) => error))).toBe('TOKEN_EXPIRED');
    const other = searching(() => json(400, { errorMessages: ['Unbounded JQL queries are not allowed here.'] }));
    expect(kindOf(await other.source.page(since, 'old', signal).catch((error: unknown) => error))).toBe('REFUSED');
  });

  it('lists people, projects and statuses of the page once each.', async () => {
    const user = {
      accountId: 'a1',
      displayName: 'Robin',
      active: true,
      avatarUrls: { '48x48': 'https://x.example/a.png' },
    };
    const { source } = searching(() => ({
      issues: [issueJson(1, { assignee: user, reporter: user }), issueJson(2, { assignee: { displayName: 'nobody' } })],
    }));
    const page = await source.page(since, null, signal);
    expect(page.people).toEqual([
      { id: 'a1', displayName: 'Robin', active: true, avatarUrl: 'https://x.example/a.png' },
    ]);
    expect(page.projects).toEqual([{ id: '10000', key: 'QS', name: 'Quantum Sprout', archived: false }]);
    expect(page.statuses).toEqual([{ id: '3', name: 'In Progress', category: 'IN_PROGRESS', deleted: false }]);
    expect(page.issues.map(({ assigneeId }) => assigneeId)).toEqual(['a1', null]);
  });

  it('keeps the good issues beside a bad one and names the field that is wrong.', async () => {
    const bad = [
      issueJson(2, { created: '2026-02-31T10:00:00.000+0000' }),
      { ...issueJson(3), fields: null },
      'no issue',
    ];
    const { source } = searching(() => ({ issues: [issueJson(1), ...bad, issueJson(4)] }));
    const page = await source.page(since, null, signal);
    expect(page.issues.map(({ id }) => id)).toEqual(['1', '4']);
    expect(page.rejected).toMatchObject([
      { id: '2', key: 'QS-2', reason: 'fields.created: is no possible date' },
      { id: '3', key: 'QS-3', reason: expect.stringMatching(/^fields: /) },
      { id: null, key: 'without key', reason: expect.stringMatching(/^issue: /) },
    ]);
  });

  it('knows flag and points by their names where the list of fields is refused.', async () => {
    const names = { customfield_1: 'Flagged', customfield_2: 'Story Points' };
    const { source, requests } = searching(
      () => ({ issues: [issueJson(1, { customfield_1: [{ value: 'Impediment' }], customfield_2: 5 })], names }),
      json(403, {}),
    );
    const page = await source.page(since, null, signal);
    expect(page.issues[0]).toMatchObject({ flagged: true, storyPoints: 5 });
    expect(requests.at(-1)?.body).toMatchObject({ expand: 'names', fields: expect.arrayContaining(['-description']) });
  });

  it('knows flag and points by their names in issues by id too.', async () => {
    const { source, requests } = searching(
      ({ path }) => {
        const names = { customfield_1: 'Flagged', customfield_2: 'Story Points' };
        const issue = (id: number) => ({ ...issueJson(id, { customfield_1: ['on'], customfield_2: 5 }), names });
        return path === 'issue/bulkfetch' ? { issues: [issue(1)] } : issue(2);
      },
      json(403, {}),
    );
    const { issues } = await source.issues(['1', '2'], signal);
    expect(issues).toMatchObject([
      { id: '1', flagged: true, storyPoints: 5 },
      { id: '2', flagged: true, storyPoints: 5 },
    ]);
    expect(requests[1]?.body).toMatchObject({ expand: ['names'] });
    expect(requests[2]?.query.get('expand')).toBe('names');
  });

  it('waits for a list of fields that does not answer, rather than read issues without their flags.', async () => {
    const { source } = searching(() => ({ issues: [issueJson(1)] }), json(500, {}));
    await expect(source.page(since, null, signal)).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
    await expect(source.issues(['1'], signal)).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
  });

  it('asks for smaller pages when one is too large to be read.', async () => {
    const megabyte = new Uint8Array(1_000_000).fill(32);
    const endless = () => new Response(new ReadableStream({ pull: (stream) => stream.enqueue(megabyte) }));
    const { source } = searching((request) =>
      (request.body as { maxResults: number }).maxResults > 10 ? endless() : { issues: [issueJson(1)] },
    );
    expect((await source.page(since, null, signal)).issues).toHaveLength(1);
  });

  it('gives null for a count that is refused.', async () => {
    const { source } = searching((request) => (request.path.endsWith('count') ? json(400, {}) : {}));
    expect(await source.countUpdatedSince(since, signal)).toBeNull();
    expect(await searching(() => ({ count: 2_664 })).source.countUpdatedSince(since, signal)).toBe(2_664);
  });
});
