import { adf } from './adf.ts';
import type { IssueRecord } from './issue-record.ts';
import { asObject, asText, type Json, type JsonObject } from './json.ts';

/**
 * What an issue is shown as instead of the truth: raw JSON, which need not make sense. Searches go by the truth, so a
 * corrupted issue is still found; nor does corrupting it bump `updated`.
 */
export interface Corruption {
  /** By field id; shown where the field is asked for. */
  readonly fields?: JsonObject | undefined;
  readonly dropFields?: readonly string[] | undefined;
  /** Field id to a number of characters: a text as long, or a document that holds it. */
  readonly longTexts?: Readonly<Record<string, number>> | undefined;
  /** Members of the issue itself: id, key, self, fields. */
  readonly members?: JsonObject | undefined;
  readonly dropMembers?: readonly string[] | undefined;
  /** Changelog entries, after the genuine ones. */
  readonly histories?: readonly Json[] | undefined;
  /** Changelog entries instead of the genuine ones. */
  readonly replaceHistories?: readonly Json[] | undefined;
}

/** Both, where the later one wins and histories add up. */
export function mergeCorruptions(earlier: Corruption | undefined, later: Corruption): Corruption {
  if (!earlier) return later;
  return {
    fields: { ...earlier.fields, ...later.fields },
    dropFields: [...(earlier.dropFields ?? []), ...(later.dropFields ?? [])],
    longTexts: { ...earlier.longTexts, ...later.longTexts },
    members: { ...earlier.members, ...later.members },
    dropMembers: [...(earlier.dropMembers ?? []), ...(later.dropMembers ?? [])],
    histories: [...(earlier.histories ?? []), ...(later.histories ?? [])],
    replaceHistories: later.replaceHistories ?? earlier.replaceHistories,
  };
}

/** The fields as they are shown, of those that are asked for. */
export function corruptFields(fields: JsonObject, by: Corruption, picks: (fieldId: string) => boolean): JsonObject {
  const long = Object.entries(by.longTexts ?? {}).filter(([id]) => picks(id));
  const raw = Object.entries(by.fields ?? {}).filter(([id]) => picks(id));
  const shown = { ...fields, ...Object.fromEntries(long.map(longText)), ...Object.fromEntries(raw) };
  return without(shown, by.dropFields);
}

/** The issue's own members as they are shown. */
export function corruptMembers(issue: JsonObject, by: Corruption): JsonObject {
  return without({ ...issue, ...by.members }, by.dropMembers);
}

export interface ShownHistories {
  readonly histories: readonly Json[];
  /** Where each entry stands in time, ms, oldest first; a raw one without a date comes last. */
  readonly historyAt: readonly number[];
}

export function corruptHistories(issue: IssueRecord, by: Corruption): ShownHistories {
  const genuine = by.replaceHistories ? [] : issue.histories.map((entry, index) => [entry, issue.historyAt[index]]);
  const raw = [...(by.replaceHistories ?? []), ...(by.histories ?? [])].map((entry) => [entry, dateOf(entry)]);
  const last = Math.max(issue.updatedAt, issue.historyAt.at(-1) ?? 0);
  const dated = [...genuine, ...raw].map(([entry, at]) => ({ entry: entry ?? null, at: Number(at ?? last) }));
  dated.sort((a, b) => a.at - b.at);
  return { histories: dated.map(({ entry }) => entry), historyAt: dated.map(({ at }) => at) };
}

function dateOf(entry: Json): number | undefined {
  const created = asText(asObject(entry)?.created);
  const at = created === undefined ? Number.NaN : Number(created) || Date.parse(created);
  return Number.isNaN(at) ? undefined : at;
}

function longText([id, length]: readonly [string, number]): [string, Json] {
  const text = 'long '.repeat(Math.ceil(length / 5)).slice(0, length);
  return [id, id === 'description' || id === 'environment' ? adf(text) : text];
}

function without(object: JsonObject, names: readonly string[] | undefined): JsonObject {
  for (const name of names ?? []) delete object[name];
  return object;
}
