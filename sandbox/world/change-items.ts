import { asObject, asText, type Json, type JsonObject } from './json.ts';

/**
 * Changelog items as the real service writes them (JIRA-CLOUD.md 2.2), deviations from the OpenAPI file included:
 * null on the empty side of system fields, '' on that of custom ones, no fieldId on Key, Link and IssueParentAssociation,
 * tmp*AccountId beside people.
 */

type Named = JsonObject | undefined;

export function namedItem(
  field: 'status' | 'resolution' | 'priority' | 'issuetype',
  from: Named,
  to: Named,
): JsonObject {
  return {
    field,
    fieldtype: 'jira',
    fieldId: field,
    from: asText(from?.id) ?? null,
    fromString: asText(from?.name) ?? null,
    to: asText(to?.id) ?? null,
    toString: asText(to?.name) ?? null,
  };
}

export function assigneeItem(from: Named, to: Named): JsonObject {
  const fromId = asText(from?.accountId) ?? null;
  const toId = asText(to?.accountId) ?? null;
  return {
    field: 'assignee',
    fieldtype: 'jira',
    fieldId: 'assignee',
    from: fromId,
    fromString: asText(from?.displayName) ?? null,
    to: toId,
    toString: asText(to?.displayName) ?? null,
    tmpFromAccountId: fromId,
    tmpToAccountId: toId,
  };
}

/** A system field whose value is text: only the strings are filled. */
export function textItem(field: string, from: string | null, to: string | null): JsonObject {
  return { field, fieldtype: 'jira', fieldId: field, from: null, fromString: from, to: null, toString: to };
}

export function numberItem(field: string, from: number | null, to: number | null): JsonObject {
  const [before, after] = [from === null ? null : String(from), to === null ? null : String(to)];
  return { field, fieldtype: 'jira', fieldId: field, from: before, fromString: before, to: after, toString: after };
}

/** Labels: the whole set before and after, in the strings; the ids are empty, not null. */
export function labelsItem(from: readonly string[], to: readonly string[]): JsonObject {
  return {
    field: 'labels',
    fieldtype: 'jira',
    fieldId: 'labels',
    from: '',
    fromString: from.join(' '),
    to: '',
    toString: to.join(' '),
  };
}

export interface Side {
  readonly id: string | null;
  readonly text: string;
}

export function customItem(field: string, fieldId: string, from: Side, to: Side): JsonObject {
  return { field, fieldtype: 'custom', fieldId, from: from.id, fromString: from.text, to: to.id, toString: to.text };
}

/** Items that Jira writes without a fieldId: Key, Link, IssueParentAssociation. */
export function bareItem(field: string, from: Side | null, to: Side | null): JsonObject {
  return {
    field,
    fieldtype: 'jira',
    from: from?.id ?? null,
    fromString: from?.text ?? null,
    to: to?.id ?? null,
    toString: to?.text ?? null,
  };
}

/** Any other custom field: its strings are the JSON of the values. */
export function rawItem(field: string, fieldId: string, from: Json | undefined, to: Json): JsonObject {
  const show = (value: Json | undefined) =>
    value === undefined || value === null
      ? ''
      : (asText(value) ?? asText(asObject(value)?.value) ?? asText(asObject(value)?.name) ?? JSON.stringify(value));
  return customItem(field, fieldId, { id: null, text: show(from) }, { id: null, text: show(to) });
}
