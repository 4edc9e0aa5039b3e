import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../server/sync/source.ts';
import { fieldsJson, issueJson, json, signal, sourceOn } from './fake-jira.ts';

/** Any JSON, and JSON that looks like Jira's until one looks closer. */
const names = [
  'id',
  'key',
  'fields',
  'created',
  'updated',
  'status',
  'project',
  'issuetype',
  'comment',
  'comments',
  'author',
];
const more = [
  'items',
  'field',
  'fieldId',
  'from',
  'toString',
  'issueId',
  'changeHistories',
  'values',
  'total',
  '__proto__',
  'constructor',
];
const { garbage } = fc.letrec<{ garbage: unknown }>((tie) => ({
  garbage: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<unknown>(
      null,
      true,
      -1,
      1e308,
      '',
      '\u0000',
      '\uD800',
      'status',
      '2026-09-01T10:00:00.000+0000',
      'QS-1',
    ),
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie('garbage'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...names, ...more), tie('garbage'), { maxKeys: 6 }),
  ),
}));

const sourceErrorOnly = (error: unknown): undefined => {
  if (!(error instanceof SourceError)) throw error;
  return undefined;
};

describe('whatever Jira sends', () => {
  it('nothing but a SourceError is thrown.', async () => {
    await fc.assert(
      fc.asyncProperty(garbage, fc.constantFrom(200, 200, 400, 401, 403, 404, 429, 500), async (body, status) => {
        const { source } = sourceOn(() => json(status, body));
        await source.catalog(signal).catch(sourceErrorOnly);
        await source.page(new Date(0), null, signal).catch(sourceErrorOnly);
        await source.histories(['1'], signal).catch(sourceErrorOnly);
        await source.countUpdatedSince(new Date(0), signal).catch(sourceErrorOnly);
      }),
      { numRuns: 300 },
    );
  });

  it('good issues are kept beside garbage, and each piece of it is told.', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(garbage, { maxLength: 4 }),
        fc.dictionary(
          fc.constantFrom(...names, 'labels', 'parent', 'assignee', 'worklog', 'customfield_10016'),
          garbage,
        ),
        async (junk, odd) => {
          const strange = { ...issueJson(2), fields: { ...issueJson(2).fields, ...odd } };
          const { source } = sourceOn(({ path }) => {
            if (path === 'field') return [...junk, ...fieldsJson];
            if (path !== 'search/jql') return json(404, {});
            return { issues: [issueJson(1), ...junk, strange, issueJson(3)] };
          });
          const page = await source.page(new Date(0), null, signal);
          expect(page.issues.map(({ id }) => id)).toEqual(expect.arrayContaining(['1', '3']));
          expect(page.issues.length + page.rejected.length).toBe(junk.length + 3);
          expect(JSON.stringify(page)).not.toContain('\\u0000');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('good entries and items of a history are kept beside garbage.', async () => {
    const good = { id: '5', created: 1_790_000_000_000, items: [] as unknown[] };
    const item = { field: 'status', fieldId: 'status', from: '1', to: '3' };
    await fc.assert(
      fc.asyncProperty(fc.array(garbage, { maxLength: 4 }), async (junk) => {
        const histories = [...junk, { ...good, items: [...junk, item, ...junk] }, ...junk];
        const { source } = sourceOn(({ path }) =>
          path === 'field' ? [] : { issueChangeLogs: [...junk, { issueId: '1', changeHistories: histories }, ...junk] },
        );
        const entries = (await source.histories(['1'], signal)).get('1') ?? [];
        const kept = entries.find(({ id }) => id === '5');
        expect(kept?.items).toContainEqual({ field: 'status', from: '1', to: '3', fromName: null, toName: null });
      }),
      { numRuns: 300 },
    );
  });
});
