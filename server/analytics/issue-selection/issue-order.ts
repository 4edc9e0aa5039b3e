import type { FlowView } from '../flow-view/flow-view.ts';
import { milestones } from '../flow-view/milestones.ts';

export type IssueOrderField = 'KEY' | 'CREATED_AT' | 'UPDATED_AT' | 'DONE_AT' | 'AGE';
export type OrderDirection = 'ASC' | 'DESC';

export interface IssueOrder {
  readonly field: IssueOrderField;
  readonly direction: OrderDirection;
}

/** Newest first. */
export const defaultIssueOrder: IssueOrder = { field: 'CREATED_AT', direction: 'DESC' };

/** All rows by key: project key, then number. */
export function rowsByKey({ table }: FlowView): Uint32Array {
  const prefixes = table.keys.map((key) => key.slice(0, Math.max(key.lastIndexOf('-'), 0)));
  const ranks = new Map([...new Set(prefixes)].sort().map((prefix, rank) => [prefix, rank]));
  const prefix = Uint32Array.from(prefixes, (text) => ranks.get(text) ?? 0);
  const number = Float64Array.from(table.keys, (key, row) => Number(key.slice((prefixes[row]?.length ?? 0) + 1)) || 0);
  return Uint32Array.from(table.keys.keys()).sort(
    (a, b) => (prefix[a] ?? 0) - (prefix[b] ?? 0) || (number[a] ?? 0) - (number[b] ?? 0) || a - b,
  );
}

/**
 * All rows in one order, kept with the view. Rows without the value (not done, not under way) come last in either
 * direction, and equal ones by ascending key, so that the order is total. AGE counts for started, unfinished issues.
 */
export function rowsInOrder(view: FlowView, { field, direction }: IssueOrder): Uint32Array {
  return view.derive(orders[field][direction]);
}

type OrderOf = (view: FlowView) => Uint32Array;

const ascending =
  (column: (view: FlowView) => Uint32Array): OrderOf =>
  (view) =>
    byTime(view, column(view), 1);

const descending =
  (column: (view: FlowView) => Uint32Array): OrderOf =>
  (view) =>
    byTime(view, column(view), -1);

const createdAt = ({ table }: FlowView): Uint32Array => table.createdAt;
const updatedAt = ({ table }: FlowView): Uint32Array => table.updatedAt;
const doneAt = (view: FlowView): Uint32Array => view.derive(milestones).doneAt;

const orders: Record<IssueOrderField, Record<OrderDirection, OrderOf>> = {
  KEY: { ASC: rowsByKey, DESC: (view) => view.derive(rowsByKey).toReversed() },
  CREATED_AT: { ASC: ascending(createdAt), DESC: descending(createdAt) },
  UPDATED_AT: { ASC: ascending(updatedAt), DESC: descending(updatedAt) },
  DONE_AT: { ASC: ascending(doneAt), DESC: descending(doneAt) },
  // The oldest work began first, so age is the reverse of the start.
  AGE: { ASC: descending(startsOfUnfinished), DESC: ascending(startsOfUnfinished) },
};

function startsOfUnfinished(view: FlowView): Uint32Array {
  const { startedAt, doneAt } = view.derive(milestones);
  return startedAt.map((at, row) => (doneAt[row] === 0 ? at : 0));
}

const latest = 2 ** 32 - 1;

/**
 * Sorts numbers that hold time and place by key in one, which is far faster than comparing rows. They stay exact up to
 * two million issues (32 bits of seconds and 21 of place).
 */
function byTime(view: FlowView, column: Uint32Array, sign: 1 | -1): Uint32Array {
  const byKey = view.derive(rowsByKey);
  const width = byKey.length;
  const sorted = Float64Array.from(byKey, (row, place) => {
    const at = column[row] ?? 0;
    const rank = at === 0 ? latest : sign === 1 ? at : latest - at;
    return rank * width + place;
  }).sort();
  return Uint32Array.from(sorted, (value) => byKey[value % width] ?? 0);
}
