import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sprintsOf } from '../../server/jira/normalize/sprints.ts';
import { fieldsJson, issueJson, signal, sourceOn } from './fake-jira.ts';

const custom = { flagged: [], sprint: ['customfield_1', 'customfield_2'], epicLink: [], storyPoints: [] };
const read = (value: unknown) => sprintsOf({ customfield_1: value }, custom);

const closed = {
  id: 76,
  name: 'Sprint 1',
  state: 'closed',
  boardId: 3,
  goal: 'Ship, at last',
  startDate: '2026-03-02T09:00:00.000Z',
  endDate: '2026-03-16T09:00:00.000Z',
  completeDate: '2026-03-16T10:30:00.000Z',
};
const active = { ...closed, id: 79, state: 'active', startDate: '2026-03-16T11:00:00.000Z', completeDate: undefined };
const planned = { ...active, id: 80, state: 'future' };
const told = [
  { id: '76', startedAt: new Date('2026-03-02T09:00:00Z'), completedAt: new Date('2026-03-16T10:30:00Z') },
  { id: '79', startedAt: new Date('2026-03-16T11:00:00Z'), completedAt: null },
  { id: '80', startedAt: null, completedAt: null },
];

/** As Jira wrote sprints before they were objects. */
const javaText = (members: string): string => `com.atlassian.greenhopper.service.sprint.Sprint@1f39a[${members}]`;

describe('the sprints of an issue', () => {
  it('are read from a list of objects: a start or end that is only planned is none.', () => {
    expect(read([closed, active, planned])).toEqual(told);
  });

  it('are read from the same as JSON text, whole or element by element, and from a single object.', () => {
    expect(read(JSON.stringify([closed, active, planned]))).toEqual(told);
    expect(read([closed, active, planned].map((sprint) => JSON.stringify(sprint)))).toEqual(told);
    expect(read(closed)).toEqual(told.slice(0, 1));
  });

  it('are read from texts of Java objects, whatever their names hold.', () => {
    const first = 'id=76,rapidViewId=3,state=CLOSED,name=One, two = [3],startDate=2026-03-02T10:00:00.000+01:00,';
    const end = 'endDate=2026-03-16T09:00:00.000Z,completeDate=2026-03-16T10:30:00.000Z,sequence=76,goal=id=5';
    const second = 'id=79,state=ACTIVE,name=Two,startDate=2026-03-16T11:00:00.000Z,endDate=<null>,completeDate=<null>';
    const third = 'id=80,state=FUTURE,name=Three,startDate=<null>,endDate=<null>,completeDate=<null>,sequence=80';
    expect(read([javaText(`${first}${end}`), javaText(second), javaText(third)])).toEqual(told);
    expect(read(javaText(second))).toEqual(told.slice(1, 2));
  });

  it('began when they were activated, where that is told, and ended when planned where they are closed without a date.', () => {
    const odd = { ...closed, activatedDate: '2026-03-03T08:00:00.000Z', completeDate: null };
    expect(read([odd])).toEqual([
      { id: '76', startedAt: new Date('2026-03-03T08:00:00Z'), completedAt: new Date('2026-03-16T09:00:00Z') },
    ]);
    expect(read([{ id: '76' }])).toEqual([{ id: '76', startedAt: null, completedAt: null }]);
  });

  it('are each told once, of all the sprint fields a site has.', () => {
    expect(sprintsOf({ customfield_1: [closed, closed], customfield_2: [active] }, custom)).toEqual(told.slice(0, 2));
    expect(sprintsOf({ customfield_9: [closed] }, custom)).toEqual([]);
  });

  it('are none where nothing is one, whatever there is.', () => {
    const odd = [null, undefined, 7, true, '', '[', '{', 'Sprint 1', {}, { id: 'x' }, { id: -1 }, { id: 1.5 }, '[[1]]'];
    for (const value of [...odd, odd, javaText('name=One'), JSON.stringify(odd.slice(0, 2))])
      expect(read(value)).toEqual([]);
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const { id } of read([value, closed])) expect(id).toMatch(/^\d+$/);
      }),
    );
    expect(read(Array.from({ length: 5_000 }, (_, id) => ({ id: id + 1 })))).toHaveLength(500);
  });

  it('come with a page.', async () => {
    const issues = [issueJson(1, { customfield_10020: [closed] }), issueJson(2, { customfield_10020: null })];
    const { source } = sourceOn(({ path }) => (path === 'field' ? fieldsJson : { issues }));
    const page = await source.page(new Date(0), null, signal);
    expect(page.issues.map(({ sprints }) => sprints)).toEqual([told.slice(0, 1), []]);
  });
});
