import type { Corruption } from './corruption.ts';
import type { IssueRecord } from './issue-record.ts';
import { asObject, asText, type Json } from './json.ts';
import { statusCategory } from './status-category.ts';

type Oddity = (issue: IssueRecord) => Corruption;
const field =
  (id: string, value: Json): Oddity =>
  () => ({ fields: { [id]: value } });
const drop =
  (id: string): Oddity =>
  () => ({ dropFields: [id] });
const url = 'https://odd.example';

/** Ways in which an issue may come that its description rules out, by name. Each has been met somewhere, or costs little to survive. */
export const oddFields = {
  /** Jira's own limit on a text is 32,767 characters; imports and apps have gone beyond. */
  'long-description': () => ({ longTexts: { description: 10_000_000 } }),
  'long-summary': () => ({ longTexts: { summary: 10_000_000 } }),
  'nul-character': field('summary', 'before\u0000after'),
  'lone-surrogate': field('summary', 'half \ud83d a pair'),
  'number-summary': field('summary', 42),
  'null-summary': field('summary', null),
  'text-labels': field('labels', 'red blue'),
  /** A status that GET /status does not list: of a workflow that came after the list was read. */
  'unknown-status': field('status', {
    self: `${url}/rest/api/3/status/99999`,
    id: '99999',
    name: 'Nowhere',
    statusCategory: statusCategory('indeterminate', url),
  }),
  'null-status': field('status', null),
  'no-status': drop('status'),
  'no-project': drop('project'),
  'null-project': field('project', null),
  'no-created': drop('created'),
  'no-updated': drop('updated'),
  'impossible-created': field('created', '2026-02-30T10:00:00.000+0000'),
  'impossible-updated': field('updated', 'yesterday'),
  'created-in-the-year-99999': field('created', '99999-01-01T00:00:00.000+0000'),
  'updated-in-the-future': field('updated', '2099-01-01T00:00:00.000+0000'),
  'resolved-before-creation': ({ createdAt }) => ({
    fields: { resolutiondate: new Date(createdAt - 86_400_000).toISOString().replace('Z', '+0000') },
  }),
  /** A site in another language: the name says nothing, `untranslatedName` and the id do (JIRA-CLOUD.md 2.2). */
  'localised-names': ({ fields }) => ({
    fields: Object.fromEntries(
      ['status', 'issuetype'].map((id) => {
        const value = asObject(fields[id]) ?? {};
        return [id, { ...value, name: `Übersetzt ${asText(value.id) ?? ''}`, untranslatedName: value.name ?? '' }];
      }),
    ),
  }),
  'text-assignee': field('assignee', 'ari'),
  'number-id': ({ id }) => ({ members: { id: Number(id) } }),
  'no-id': () => ({ dropMembers: ['id'] }),
  'no-key': () => ({ dropMembers: ['key'] }),
  'null-fields': () => ({ members: { fields: null } }),
  'no-fields': () => ({ dropMembers: ['fields'] }),
} as const satisfies Record<string, Oddity>;
