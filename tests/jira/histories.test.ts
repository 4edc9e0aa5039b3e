import { describe, expect, it } from 'vitest';
import { type FakeAnswer, type FakeRequest, fieldsJson, json, signal, sourceOn } from './fake-jira.ts';

const entry = (id: string, created: unknown, items: unknown = []) => ({
  id,
  created,
  author: { accountId: 'a1' },
  items,
});
const historiesOn = (answer: (request: FakeRequest) => FakeAnswer) =>
  sourceOn((request) => (request.path === 'field' ? fieldsJson : answer(request)));
const itemsOf = async (...items: unknown[]) => {
  const { source } = historiesOn(() => ({
    issueChangeLogs: [{ issueId: '1', changeHistories: [entry('10', 1_790_000_000_000, items)] }],
  }));
  return (await source.histories(['1'], signal)).get('1')?.[0]?.items;
};

describe('histories', () => {
  it('merge the pages of one issue, without doubles, by time and then by numeric id.', async () => {
    const { source } = historiesOn(({ body }) =>
      (body as { nextPageToken?: string }).nextPageToken === undefined
        ? {
            issueChangeLogs: [
              {
                issueId: '1',
                changeHistories: [entry('100', '2026-09-01T10:00:00.000+0200'), entry('20', 1_788_249_601)],
              },
              { issueId: '2', changeHistories: [entry('7', 1_788_249_600_000)] },
            ],
            nextPageToken: 'more',
          }
        : {
            issueChangeLogs: [
              { issueId: '1', changeHistories: [entry('100', 1_788_249_600_000), entry('99', 1_788_249_600_000)] },
              { issueId: '3', changeHistories: [] },
            ],
          },
    );
    const found = await source.histories(['1', '2', '3'], signal);
    // 2026-09-01T08:00:00Z is 1788249600 s (date -d).
    expect(found.get('1')?.map(({ id, at }) => [id, at.getTime()])).toEqual([
      ['99', 1_788_249_600_000],
      ['100', 1_788_249_600_000],
      ['20', 1_788_249_601_000],
    ]);
    expect([...found.keys()]).toEqual(['1', '2', '3']);
    expect(found.get('3')).toEqual([]);
  });

  it('are asked for one by one where the bulk answer leaves them out without a word, unless Jira says that there are none.', async () => {
    const changelog = (total: number) => ({ total, histories: Array.from({ length: total }, () => ({})) });
    const { source, requests } = historiesOn(({ path }) => {
      if (path === 'changelog/bulkfetch')
        return { issueChangeLogs: [{ issueId: '1', changeHistories: [entry('10', 1_788_249_600_000)] }] };
      if (path === 'issue/bulkfetch')
        return {
          issues: [
            { id: '2', changelog: changelog(0) },
            { id: '3', changelog: changelog(1) },
          ],
        };
      const id = path.split('/')[1];
      return { values: [entry(`${id}0`, 1_788_249_600_000)], total: 1, isLast: true };
    });
    const found = await source.histories(['1', '2', '3', '4'], signal);
    expect([...found].map(([id, entries]) => [id, entries.map((one) => one.id)])).toEqual([
      ['1', ['10']],
      ['2', []],
      ['3', ['30']],
      ['4', ['40']],
    ]);
    expect(requests.map(({ path }) => path)).toEqual([
      'field',
      'changelog/bulkfetch',
      'issue/bulkfetch',
      'issue/3/changelog',
      'issue/4/changelog',
    ]);
  });

  it('are asked for a thousand issues at a time.', async () => {
    const { source, requests } = historiesOn(({ body }) => ({
      issueChangeLogs: (body as { issueIdsOrKeys: string[] }).issueIdsOrKeys.map((issueId) => ({
        issueId,
        changeHistories: [],
      })),
    }));
    await source.histories(
      Array.from({ length: 2_001 }, (_, index) => String(index)),
      signal,
    );
    const sizes = requests.slice(1).map(({ body }) => (body as { issueIdsOrKeys: string[] }).issueIdsOrKeys.length);
    expect(sizes).toEqual([1_000, 1_000, 1]);
    expect(await source.histories([], signal)).toEqual(new Map());
  });

  it('call flag, sprint and epic link by one name, and other fields by their lower-cased id.', async () => {
    const items = await itemsOf(
      {
        field: 'Markiert',
        fieldId: 'customfield_10021',
        from: null,
        fromString: '',
        to: '[10019]',
        toString: 'Impediment',
      },
      { field: 'Sprint', fieldId: 'customfield_10020', from: '76', fromString: 'A', to: '76, 79', toString: 'A, B' },
      { field: 'Epos', fieldId: 'customfield_10014', from: null, to: '10001', fromString: null, toString: 'QS-1' },
      { field: 'Flagged', fieldId: 'customfield_99999', to: '1' },
      { field: 'Key', fromString: 'QS-1', toString: 'AB-9' },
      { field: 'status', fieldId: 'status', from: '1', fromString: 'À faire', to: '3', toString: 'En cours' },
      { field: 'IssueParentAssociation', from: null, to: '10002', toString: 'QS-2' },
      { field: 'Fix Version', fieldId: 'fixVersions', to: '5', toString: '2.0' },
    );
    expect(items?.map(({ field, from, to, fromName, toName }) => [field, from, to, fromName, toName])).toEqual([
      ['flagged', null, '[10019]', '', 'Impediment'],
      ['sprint', '76', '76, 79', 'A', 'A, B'],
      ['epic link', null, '10001', null, 'QS-1'],
      ['flagged', null, '1', null, null],
      ['key', null, null, 'QS-1', 'AB-9'],
      ['status', '1', '3', 'À faire', 'En cours'],
      ['issueparentassociation', null, '10002', null, 'QS-2'],
      ['fixversions', null, '5', null, '2.0'],
    ]);
  });

  it('leave names of people, prose and addresses behind.', async () => {
    const items = await itemsOf(
      {
        field: 'assignee',
        fieldId: 'assignee',
        from: 'bob',
        tmpFromAccountId: 'id-1',
        fromString: 'Bob',
        to: 'bob@x.example',
        toString: 'Carla',
      },
      {
        field: 'description',
        fieldId: 'description',
        from: 'secret',
        fromString: 'secret',
        to: null,
        toString: 'more secret',
      },
      {
        field: 'Customer',
        fieldId: 'customfield_1',
        from: 'Bob of ACME',
        fromString: 'Bob',
        to: '712020:ab-1',
        toString: 'Carla',
      },
    );
    expect(items).toEqual([
      { field: 'assignee', from: 'id-1', to: null, fromName: null, toName: null },
      { field: 'description', from: null, to: null, fromName: null, toName: null },
      { field: 'customfield_1', from: null, to: '712020:ab-1', fromName: null, toName: null },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/bob|carla|secret/i);
  });

  it('read items that come as JSON text and drop only what is unreadable.', async () => {
    const good = { field: 'status', fieldId: 'status', from: '1', to: '2' };
    const { source } = historiesOn(() => ({
      issueChangeLogs: [
        {
          issueId: '1',
          changeHistories: [entry('1', 1_790_000_000_000, JSON.stringify([good])), entry('2', 'yesterday', [good])],
        },
        'no issue',
        {
          issueId: '2',
          changeHistories: [entry('3', 1_790_000_000_000, [null, 7, good]), { id: '4', created: 1_790_000_000_000 }],
        },
      ],
    }));
    const found = await source.histories(['1', '2'], signal);
    expect(found.get('1')?.map(({ id, items }) => [id, items.length])).toEqual([['1', 1]]);
    expect(found.get('2')?.map(({ id, authorId, items }) => [id, authorId, items.length])).toEqual([
      ['3', 'a1', 1],
      ['4', null, 0],
    ]);
  });

  it.each([404, 405, 410])('are read issue by issue where the bulk endpoint answers %i.', async (status) => {
    const { source, requests } = historiesOn(({ method, path, query }) => {
      if (method === 'POST') return json(status, { title: 'Not Found', detail: 'No endpoint' });
      if (path === 'issue/2/changelog')
        return json(404, { errorMessages: ['Issue does not exist or you do not have permission to see it.'] });
      const startAt = Number(query.get('startAt'));
      const values = [0, 1, 2]
        .map((index) => entry(String(index), 1_790_000_000_000 + index))
        .slice(startAt, startAt + 2);
      return { startAt, maxResults: 2, total: 3, isLast: startAt + 2 >= 3, values };
    });
    const found = await source.histories(['1', '2'], signal);
    expect(found.get('1')?.map(({ id }) => id)).toEqual(['0', '1', '2']);
    expect(found.get('2')).toEqual([]);
    await source.histories(['1'], signal);
    expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('are not taken for empty when the whole site is gone.', async () => {
    // The gateway's own 404, JIRA-CLOUD.md 1.
    const gone = { status: 404, error: 'Not Found', message: 'No message available', path: '/ex/jira' };
    const { source } = historiesOn(() => json(404, gone));
    await expect(source.histories(['1'], signal)).rejects.toMatchObject({ kind: 'REFUSED' });
  });
});
