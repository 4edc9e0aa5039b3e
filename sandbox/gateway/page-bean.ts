import type { PageTrouble } from '../faults/paging-faults.ts';
import type { Json, JsonObject } from '../world/json.ts';
import type { GatewayCall } from './gateway-call.ts';
import { numberParameter } from './payload.ts';
import { shuffle } from './shuffle.ts';

/** How many entries a page has when nobody says, and at most. */
export interface PageSizes {
  readonly standard: number;
  readonly most: number;
}

export interface ListPage {
  readonly values: readonly Json[];
  readonly startAt: number;
  readonly maxResults: number;
  readonly total: number;
  readonly isLast: boolean;
}

/** One page of a list by `startAt`, with all that is to go wrong with it. */
export function listPage(call: GatewayCall, all: readonly Json[], sizes: PageSizes): ListPage {
  const trouble = call.faults.paging.meet({ path: call.path });
  const startAt = numberParameter(call.query, 'startAt', 0, Number.MAX_SAFE_INTEGER);
  const asked = Math.max(1, numberParameter(call.query, 'maxResults', sizes.standard, sizes.most));
  const maxResults = Math.min(asked, call.plan.shortPages ?? asked, trouble.shortPages ?? asked);
  const isEmptied = trouble.emptyPages !== undefined && trouble.request % trouble.emptyPages === 0;
  const page = Math.floor(startAt / maxResults) + 1;
  const shift = shiftOf(page, maxResults, trouble);
  const known = trouble.emptyAnswer ? 0 : Math.min(all.length + shift, (trouble.truncate ?? Infinity) * maxResults);
  const end = Math.min(startAt + maxResults, known);
  const values = isEmptied || end <= startAt ? [] : all.slice(startAt - shift, end - shift);
  const isLast = startAt + values.length >= known;
  return {
    values: trouble.reorder === undefined ? values : shuffle(values, trouble.reorder + page),
    startAt,
    maxResults,
    total: known,
    isLast: isLast !== (trouble.lyingIsLast ?? false),
  };
}

/** Jira's page by position. */
export function pageBean(call: GatewayCall, all: readonly Json[], sizes: PageSizes): JsonObject {
  const { values, startAt, maxResults, total, isLast } = listPage(call, all, sizes);
  const self = `${call.state.catalog.url}${call.apiPath}`;
  const page = (from: number) => `${self}?maxResults=${maxResults}&startAt=${from}`;
  const bean: JsonObject = { self: page(startAt), maxResults, startAt, total, isLast, values: [...values] };
  if (!isLast) bean.nextPage = page(startAt + maxResults);
  return bean;
}

/** How many entries a page holds. */
export function sizeOf({ values }: JsonObject): number {
  return Array.isArray(values) ? values.length : 0;
}

/** As if so many entries had come in before the page, once for each page before it: nothing is lost, much comes twice. */
function shiftOf(page: number, maxResults: number, { duplicates }: PageTrouble): number {
  return (page - 1) * Math.min(duplicates ?? 0, maxResults - 1);
}
