import type { Corruption } from './corruption.ts';
import type { IssueRecord } from './issue-record.ts';
import { asObject, asText, type Json, type JsonObject } from './json.ts';

type Oddity = (issue: IssueRecord) => Corruption;

/** Two statuses that an issue goes between: where it stands, and one that it stands in no more. */
interface Sides {
  readonly here: JsonObject;
  readonly away: JsonObject;
}

/** An entry as Jira writes it, an hour before the issue's last change, that leaves the issue where it is. `number` tells several apart. */
function entry(issue: IssueRecord, number: number, changes: JsonObject = {}): JsonObject {
  const created = written(Math.max(issue.createdAt, issue.updatedAt - 3_600_000));
  const author = asObject(issue.fields.reporter) ?? { accountId: 'unknown', displayName: 'Former user', active: false };
  return { id: String(Number(issue.id) * 100 + number), author, created, items: [item(issue)], ...changes };
}

function item(issue: IssueRecord, changes: JsonObject = {}): JsonObject {
  const { here, away } = sidesOf(issue);
  return { field: 'status', fieldtype: 'jira', fieldId: 'status', ...from(away), ...to(here), ...changes };
}

function sidesOf(issue: IssueRecord): Sides {
  const status = asObject(issue.fields.status);
  const here = { id: asText(status?.id) ?? '1', name: asText(status?.name) ?? 'To Do' };
  return { here, away: { id: '77777', name: 'Long ago' } };
}

const from = ({ id = null, name = null }: JsonObject) => ({ from: id, fromString: name });
// As an entry of Object.assign: a literal `toString` of another type would not fit the type of an object.
const to = ({ id = null, name = null }: JsonObject): JsonObject =>
  Object.fromEntries([
    ['to', id],
    ['toString', name],
  ]);
const written = (at: number) => new Date(at).toISOString().replace('Z', '+0000');

const appended =
  (...entries: ((issue: IssueRecord) => Json)[]): Oddity =>
  (issue) => ({ histories: entries.map((make) => make(issue)) });
const changed = (changes: JsonObject) => appended((issue) => entry(issue, 1, changes));
const withItem = (changes: JsonObject) => appended((issue) => entry(issue, 1, { items: [item(issue, changes)] }));
const lacking = (name: string) =>
  appended((issue) => Object.fromEntries(Object.entries(entry(issue, 1)).filter(([member]) => member !== name)));

/** Ways in which a changelog may come (JIRA-CLOUD.md 2.2), by name: the first seven are habits of the real service, the others slips. */
export const oddHistories = {
  'null-sides': withItem({ ...from({}), ...to({}) }),
  'no-field-id': appended((issue) => {
    const { fieldId: _, ...rest } = item(issue);
    return entry(issue, 1, { items: [rest] });
  }),
  'same-millisecond': appended(
    (issue) => entry(issue, 3, { items: [item(issue)] }),
    (issue) => entry(issue, 1, { items: [item(issue, { ...from(sidesOf(issue).here), ...to({ id: '77778' }) })] }),
    (issue) => entry(issue, 2, { items: [item(issue, { ...from({ id: '77778' }), ...to(sidesOf(issue).away) })] }),
  ),
  'account-ids': appended((issue) =>
    entry(issue, 1, {
      items: [
        {
          ...item(issue, { ...from({}), ...to({ id: 'ari', name: 'Ari Alder' }) }),
          ...{ field: 'assignee', fieldId: 'assignee', tmpFromAccountId: null, tmpToAccountId: 'ari' },
        },
      ],
    }),
  ),
  'sprint-lists': withItem({
    ...{ field: 'Sprint', fieldtype: 'custom', fieldId: 'customfield_10020' },
    ...from({ id: '76, 79', name: 'Sprint 76, Sprint 79' }),
    ...to({ id: '', name: '' }),
  }),
  'localised-history': withItem({ field: 'Stand', ...to({ id: '1', name: 'Zu erledigen' }) }),
  'unknown-statuses': withItem(to({ id: '77778', name: 'Nobody knows' })),
  'no-entry-id': lacking('id'),
  'no-entry-created': lacking('created'),
  'no-author': lacking('author'),
  'no-items': lacking('items'),
  'null-items': changed({ items: null }),
  'items-as-text': appended((issue) => entry(issue, 1, { items: JSON.stringify([item(issue)]) })),
  'item-as-text': changed({ items: ['status'] }),
  'null-entry': appended(() => null),
  'impossible-date': changed({ created: '2026-02-30T10:00:00.000+0000' }),
  'the-year-99999': changed({ created: '99999-01-01T00:00:00.000+0000' }),
  'before-creation': appended((issue) => entry(issue, 1, { created: written(issue.createdAt - 86_400_000) })),
  'in-the-future': changed({ created: '2099-01-01T00:00:00.000+0000' }),
  'same-entry-twice': appended(
    (issue) => entry(issue, 1),
    (issue) => entry(issue, 1),
  ),
  'nul-in-history': withItem(to({ id: '1', name: 'To\u0000Do' })),
  'surrogate-in-history': withItem(to({ id: '1', name: 'To \udc00 Do' })),
  'numbers-for-ids': appended((issue) => entry(issue, 1, { id: 7, items: [item(issue, { from: 1, to: 2 })] })),
  'text-for-author': changed({ author: 'ari' }),
} as const satisfies Record<string, Oddity>;
