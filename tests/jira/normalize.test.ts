import { describe, expect, it } from 'vitest';
import { readInstant } from '../../server/jira/normalize/instant.ts';
import { readIssue } from '../../server/jira/normalize/issue.ts';
import { readPerson } from '../../server/jira/normalize/person.ts';
import { readStatus } from '../../server/jira/normalize/status.ts';
import { cleanText } from '../../server/jira/normalize/text.ts';
import { issueJson } from './fake-jira.ts';

const custom = {
  flagged: ['customfield_1'],
  sprint: [],
  epicLink: [],
  storyPoints: ['customfield_2', 'customfield_3'],
};
const read = (fields: Record<string, unknown>) => {
  const reading = readIssue(issueJson(1, fields), custom);
  return reading.ok ? reading.issue : reading.reason;
};

describe('an instant', () => {
  it.each([
    // Independent source: GNU date -u -d.
    ['2026-09-27T10:03:11.123+0200', '2026-09-27T08:03:11.123Z'],
    ['2026-09-27T10:03:11.123+02:00', '2026-09-27T08:03:11.123Z'],
    ['2026-03-29T02:30:00.000-0330', '2026-03-29T06:00:00.000Z'],
    ['2026-09-27T10:03:11Z', '2026-09-27T10:03:11.000Z'],
    ['2024-02-29T00:00:00.1234567+0000', '2024-02-29T00:00:00.123Z'],
    [1_790_000_000_000, '2026-09-21T14:13:20.000Z'],
    [1_790_000_000, '2026-09-21T14:13:20.000Z'],
    ['1790000000000', '2026-09-21T14:13:20.000Z'],
  ])('is read from %j.', (value, expected) => {
    expect(readInstant(value)?.toISOString()).toBe(expected);
  });

  it.each([
    '2026-02-29T10:00:00.000+0000',
    '2026-13-01T10:00:00.000+0000',
    '2026-09-31T10:00:00Z',
    '2026-09-01T24:00:00Z',
    '2026-09-01',
    '0001-01-01T00:00:00.000+0000',
    '9999-12-31T00:00:00.000+0000',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -1,
    0,
    '',
    null,
    undefined,
    {},
    true,
  ])('is not read from %j.', (value) => {
    expect(readInstant(value)).toBeNull();
  });
});

describe('an issue', () => {
  it('carries what today says of it.', () => {
    expect(
      read({
        summary: 'Kölsch \u0000 brew',
        issuetype: { name: 'Fehler', untranslatedName: 'Bug', subtask: true },
        priority: { name: 'High' },
        resolution: { name: 'Done' },
        resolutiondate: '2026-09-03T10:00:00.000+0200',
        parent: { id: '77', key: 'QS-77' },
        labels: ['a', 'b', 'a', 7, ''],
        customfield_1: [{ value: 'Impediment' }],
        customfield_3: 2.5,
      }),
    ).toEqual({
      id: '1',
      key: 'QS-1',
      projectId: '10000',
      summary: 'Kölsch  brew',
      type: 'Bug',
      subtask: true,
      priority: 'High',
      statusId: '3',
      statusName: 'In Progress',
      resolution: 'Done',
      resolvedAt: new Date('2026-09-03T08:00:00Z'),
      assigneeId: null,
      reporterId: null,
      parentId: '77',
      labels: ['a', 'b'],
      storyPoints: 2.5,
      flagged: true,
      sprints: [],
      createdAt: new Date('2026-09-01T08:00:00Z'),
      updatedAt: new Date('2026-09-02T08:00:00.123Z'),
      acts: [],
    });
  });

  it('is neither updated nor resolved before it was created.', () => {
    const early = '2020-01-01T00:00:00.000+0000';
    const createdAt = new Date('2026-09-01T08:00:00Z');
    expect(read({ updated: early, resolutiondate: early })).toMatchObject({
      updatedAt: createdAt,
      resolvedAt: createdAt,
    });
    expect(read({ resolutiondate: 'soon' })).toMatchObject({ resolvedAt: null });
  });

  it.each([
    ['created', undefined, 'fields.created: is missing'],
    ['updated', 'x', 'fields.updated: is no possible date'],
    ['status', {}, /^fields\.status\.id: /],
    ['project', { id: '1' }, /^fields\.project\.key: /],
    ['issuetype', null, /^fields\.issuetype: /],
  ])('is rejected for its %s.', (field, value, reason) => {
    expect(read({ [field]: value })).toEqual(typeof reason === 'string' ? reason : expect.stringMatching(reason));
  });

  it('does without whatever is strange in the rest.', () => {
    const odd = { weird: [1] };
    const fields = {
      summary: odd,
      priority: 'P1',
      resolution: 3,
      assignee: 'me',
      parent: 'x',
      labels: odd,
      comment: [],
      worklog: 4,
    };
    expect(read({ ...fields, customfield_1: [], customfield_2: 'many' })).toMatchObject({
      summary: '',
      priority: null,
      assigneeId: null,
      parentId: null,
      labels: [],
      storyPoints: null,
      flagged: false,
      acts: [],
    });
  });
});

describe('people, statuses and texts', () => {
  it('keep deleted accounts, and no picture that is not https.', () => {
    expect(readPerson({ accountId: 'unknown', active: false })).toEqual({
      id: 'unknown',
      displayName: 'Former user',
      active: false,
      avatarUrl: null,
    });
    expect(
      readPerson({ accountId: 'a', displayName: 'A', avatarUrls: { '48x48': 'javascript:alert(1)' } })?.avatarUrl,
    ).toBeNull();
    expect(readPerson({ displayName: 'A' })).toBeNull();
  });

  it('know a category by its key, whatever the language.', () => {
    const category = (key: string) =>
      readStatus({ id: '1', name: 'X', statusCategory: { key, name: 'Terminé' } })?.category;
    // Keys of JIRA-CLOUD.md 2.3.
    expect(['new', 'indeterminate', 'done', 'undefined', 'x'].map(category)).toEqual([
      'TO_DO',
      'IN_PROGRESS',
      'DONE',
      'UNKNOWN',
      'UNKNOWN',
    ]);
    expect(readStatus({ id: 5, name: 'À faire', untranslatedName: 'To Do' })).toMatchObject({ id: '5', name: 'To Do' });
  });

  it('hold no NUL and no half of a pair.', () => {
    expect(cleanText('a\u0000b😀', 3)).toBe('ab');
    expect(cleanText('x\uD83D y', 9)).toBe('x\uFFFD y');
    expect(cleanText('😀😀', 4)).toBe('😀😀');
  });
});
