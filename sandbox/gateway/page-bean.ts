import type { Json, JsonObject } from '../world/json.ts';

/** Jira's page by position. */
export function pageBean(all: readonly Json[], startAt: number, maxResults: number, self: string): JsonObject {
  const values = all.slice(startAt, startAt + maxResults);
  const isLast = startAt + values.length >= all.length;
  const page = (from: number) => `${self}?maxResults=${maxResults}&startAt=${from}`;
  const bean: JsonObject = { self: page(startAt), maxResults, startAt, total: all.length, isLast, values };
  if (!isLast) bean.nextPage = page(startAt + maxResults);
  return bean;
}
