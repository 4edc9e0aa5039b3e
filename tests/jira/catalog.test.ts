import { describe, expect, it } from 'vitest';
import { type FakeAnswer, type FakeRequest, html, json, signal, sourceOn } from './fake-jira.ts';

const project = (id: number, more: object = {}) => ({ id: String(id), key: `P${id}`, name: `Project ${id}`, ...more });
const status = (id: number, key = 'new') => ({ id: String(id), name: `Status ${id}`, statusCategory: { key } });
const catalogOn = (
  answers: Partial<Record<'projects' | 'statuses' | 'workflow', (request: FakeRequest) => FakeAnswer>>,
) => {
  const faked = sourceOn((request) => {
    if (request.path === 'project/search') return answers.projects?.(request) ?? { values: [], isLast: true };
    if (request.path === 'status') return answers.statuses?.(request) ?? [];
    return answers.workflow?.(request) ?? json(404, {});
  });
  return { ...faked, catalog: () => faked.source.catalog(signal) };
};
/** A server that gives at most two a page and says only what `members` keeps. */
const paged = (all: unknown[], members: readonly string[]) => (request: FakeRequest) => {
  const startAt = Number(request.query.get('startAt'));
  const values = all.slice(startAt, startAt + 2);
  const bean = { startAt, maxResults: 2, total: all.length, isLast: startAt + 2 >= all.length, values };
  return Object.fromEntries(Object.entries(bean).filter(([name]) => name === 'values' || members.includes(name)));
};

describe('the catalog', () => {
  it.each([
    ['isLast and total', ['isLast', 'total', 'startAt']],
    ['isLast alone', ['isLast']],
    ['total alone', ['total']],
    ['neither', []],
  ])('is complete from short pages that tell %s.', async (_, members) => {
    const projects = [project(1), project(2, { archived: true }), project(3), { id: '4' }, project(5)];
    const { catalog, requests } = catalogOn({
      projects: paged(projects, members),
      statuses: () => [status(1), status(2, 'done')],
    });
    const found = await catalog();
    expect(found.projects.map(({ id, archived }) => [id, archived])).toEqual([
      ['1', false],
      ['2', true],
      ['3', false],
      ['5', false],
    ]);
    expect(found.statuses.map(({ id, category }) => [id, category])).toEqual([
      ['1', 'TO_DO'],
      ['2', 'DONE'],
    ]);
    expect(requests[0]?.query.getAll('status')).toEqual(['live', 'archived']);
  });

  it('ends where a server ignores startAt.', async () => {
    const { catalog } = catalogOn({ projects: () => ({ values: [project(1), project(2)] }) });
    expect((await catalog()).projects).toHaveLength(2);
  });

  it('does without projects that are not given.', async () => {
    for (const refusal of [json(403, {}), html(500), json(200, { nothing: 1 })]) {
      const { catalog } = catalogOn({ projects: () => refusal.clone(), statuses: () => [status(1)] });
      expect(await catalog()).toMatchObject({ projects: [], statuses: [{ id: '1' }] });
    }
  });

  it('reads the workflows of the projects where statuses are not given.', async () => {
    const { catalog } = catalogOn({
      projects: () => ({ values: [project(1), project(2, { archived: true })], isLast: true }),
      statuses: () => json(403, {}),
      workflow: () => [{ id: '10', name: 'Bug', statuses: [status(1), status(7, 'done')] }],
    });
    expect((await catalog()).statuses.map(({ id }) => id)).toEqual(['1', '7']);
  });

  it('never passes an outage off as a site without statuses.', async () => {
    const { catalog } = catalogOn({ statuses: () => html(503) });
    await expect(catalog()).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
    const refused = catalogOn({ statuses: () => json(403, {}) });
    expect((await refused.catalog()).statuses).toEqual([]);
  });

  it('passes on that Jira is busy.', async () => {
    const { catalog } = catalogOn({ projects: () => json(429, {}, { 'retry-after': '60' }) });
    await expect(catalog()).rejects.toMatchObject({ kind: 'BUSY' });
  });
});
