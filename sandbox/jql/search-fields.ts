import type { IssueRecord } from '../world/issue-record.ts';
import { asObject, asText, type Json } from '../world/json.ts';
import type { SiteView } from '../world/site-view.ts';

/** What a clause on a field compares: names of an issue's value in lower case (any of them matches), or an instant. */
export type SearchField =
  | {
      readonly kind: 'names';
      readonly name: string;
      readonly of: (issue: IssueRecord) => readonly string[];
      /** All words a query may say; a word that is not there is an error. Absent: anything goes. */
      readonly known?: (view: SiteView) => Iterable<string>;
    }
  | { readonly kind: 'instant'; readonly name: string; readonly of: (issue: IssueRecord) => number | undefined }
  | { readonly kind: 'issue'; readonly name: string };

const named = (value: Json | undefined): string[] => {
  const entry = asObject(value);
  const words = [entry?.id, entry?.key, entry?.name, entry?.untranslatedName].map(asText);
  return words.filter((word) => word !== undefined).map((word) => word.toLowerCase());
};

const person = (value: Json | undefined): string[] => {
  const entry = asObject(value);
  return [entry?.accountId, entry?.displayName].map(asText).flatMap((word) => (word ? [word.toLowerCase()] : []));
};

const instant = (value: Json | undefined): number | undefined => {
  const text = asText(value);
  return text === undefined ? undefined : Date.parse(text);
};

function namesField(name: string, fieldId: string, known?: (view: SiteView) => readonly Json[]): SearchField {
  const of = (issue: IssueRecord) => named(issue.fields[fieldId]);
  return known ? { kind: 'names', name, of, known: (view) => known(view).flatMap(named) } : { kind: 'names', name, of };
}

const fields: Record<string, SearchField> = {
  project: namesField('project', 'project', (view) => view.projects.map((entry) => entry.json)),
  status: namesField('status', 'status', ({ state }) => state.catalog.statuses.map((entry) => entry.json)),
  issuetype: namesField('issuetype', 'issuetype', ({ state }) => [...state.catalog.issueTypes]),
  priority: namesField('priority', 'priority', ({ state }) => [...state.catalog.priorities]),
  resolution: namesField('resolution', 'resolution'),
  statuscategory: {
    kind: 'names',
    name: 'statusCategory',
    of: (issue) => named(asObject(issue.fields.status)?.statusCategory),
  },
  assignee: { kind: 'names', name: 'assignee', of: (issue) => person(issue.fields.assignee) },
  reporter: { kind: 'names', name: 'reporter', of: (issue) => person(issue.fields.reporter) },
  labels: {
    kind: 'names',
    name: 'labels',
    of: (issue) =>
      Array.isArray(issue.fields.labels) ? issue.fields.labels.map((label) => String(label).toLowerCase()) : [],
  },
  sprint: { kind: 'names', name: 'Sprint', of: (issue) => (issue.sprintIds ?? []).map(String) },
  parent: {
    kind: 'names',
    name: 'parent',
    of: (issue) => [issue.parentId ?? '', ...named(issue.fields.parent)].filter((word) => word !== ''),
  },
  updated: { kind: 'instant', name: 'updated', of: (issue) => issue.updatedAt },
  created: { kind: 'instant', name: 'created', of: (issue) => issue.createdAt },
  resolved: { kind: 'instant', name: 'resolved', of: (issue) => instant(issue.fields.resolutiondate) },
  key: { kind: 'issue', name: 'key' },
  id: { kind: 'issue', name: 'id' },
};

const otherNames: Record<string, string> = {
  type: 'issuetype',
  updateddate: 'updated',
  createddate: 'created',
  resolutiondate: 'resolved',
  issuekey: 'key',
  issue: 'key',
};

/** A field by the name a query gives it, in lower case. */
export function searchField(name: string): SearchField | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : fields[otherNames[name] ?? ''];
}
