import { z } from 'zod';
import type { HistoryItem } from '../../domain/history.ts';
import type { CustomFields } from './custom-fields.ts';
import { cleanText, nonEmpty, orNull } from './text.ts';

const side = orNull(z.union([z.string(), z.number().transform(String)]));

const itemShape = z.object({
  field: orNull(nonEmpty(255)),
  fieldId: orNull(nonEmpty(255)),
  from: side,
  to: side,
  fromString: side,
  toString: side,
  tmpFromAccountId: side,
  tmpToAccountId: side,
});

/** Fields whose values are neither people nor prose: their names may be kept. */
const openFields: ReadonlySet<string> = new Set([
  ...['status', 'resolution', 'priority', 'issuetype', 'project', 'key', 'labels', 'workflow'],
  ...['flagged', 'sprint', 'epic link', 'epic child', 'parent', 'parent link', 'issueparentassociation', 'link'],
  ...['component', 'components', 'version', 'versions', 'fix version', 'fixversions', 'duedate', 'rank', 'security'],
  ...['timeestimate', 'timeoriginalestimate', 'timespent'],
]);

/** Fields whose values are prose: nothing of them is kept but that they changed. */
const proseFields: ReadonlySet<string> = new Set(['summary', 'description', 'environment', 'comment', 'worklog']);

const people: ReadonlySet<string> = new Set(['assignee', 'reporter', 'creator']);

/** One id, or a list of them: "10001", "712020:4f2b-…", "76, 79", "[10100]". Names, addresses and sentences are not. */
const ids = /^\[?[\w:.|-]+(?:, ?[\w:.|-]+)*\]?$/;

/**
 * An item of a changelog entry; null for what is none. Real items deviate from the OpenAPI file: every side may be null
 * or absent, and so may `fieldId` (JIRA-CLOUD.md 2.2).
 */
export function readHistoryItem(value: unknown, custom: CustomFields): HistoryItem | null {
  const read = itemShape.safeParse(value);
  if (!read.success) return null;
  const item = read.data;
  const field = fieldName(item, custom);
  if (field === null) return null;
  if (proseFields.has(field)) return { field, from: null, to: null, fromName: null, toName: null };
  const from = (people.has(field) ? item.tmpFromAccountId : null) ?? item.from;
  const to = (people.has(field) ? item.tmpToAccountId : null) ?? item.to;
  const open = openFields.has(field) || custom.storyPoints.some((id) => id.toLowerCase() === field);
  return {
    field,
    from: open ? bounded(from) : idOnly(from),
    to: open ? bounded(to) : idOnly(to),
    fromName: open ? bounded(item.fromString) : null,
    toName: open ? bounded(item.toString) : null,
  };
}

/** Lower-cased `fieldId ?? field`; the flag, sprint and epic link have one name whatever their ids and language. */
function fieldName(item: { field: string | null; fieldId: string | null }, custom: CustomFields): string | null {
  const name = item.field?.toLowerCase() ?? null;
  const id = item.fieldId?.toLowerCase() ?? name;
  if (id === null) return null;
  const isOne = (fieldIds: readonly string[]): boolean => fieldIds.some((fieldId) => fieldId.toLowerCase() === id);
  if (isOne(custom.flagged)) return 'flagged';
  if (isOne(custom.sprint)) return 'sprint';
  if (isOne(custom.epicLink)) return 'epic link';
  // A field that GET /field no longer lists keeps its name in old entries.
  const known = id.startsWith('customfield_') && (name === 'flagged' || name === 'sprint' || name === 'epic link');
  return known ? name : id;
}

/** Sprints and labels come as whole sets, which can be long. */
const mostText = 4_000;

const bounded = (text: string | null): string | null => (text === null ? null : cleanText(text, mostText));

const idOnly = (text: string | null): string | null =>
  text !== null && (text === '' || (text.length <= mostText && ids.test(text))) ? bounded(text) : null;
