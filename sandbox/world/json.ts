/** What JSON can say. REST payloads of the sandbox are built of this and nothing else. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

export interface JsonObject {
  [key: string]: Json;
}

/** A plain object of a JSON value, or undefined for anything else (null and arrays included). */
export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

/** A text of a JSON value, or undefined. Numbers count: Jira writes some ids as numbers (status categories, sprints). */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}
