import type { FlowView } from '../flow-view/flow-view.ts';
import { listInText } from './figures-in-text.ts';

const mostKeys = 3;

/** The first of the rows by their keys, in their order: "P1-1", "P1-1 and P1-2", "P1-1, P1-2, P1-3 and 4 more". */
export function keysInText({ table }: Pick<FlowView, 'table'>, rows: Uint32Array): string {
  const keys = Array.from(rows.subarray(0, mostKeys), (row) => table.keys[row] ?? '');
  return listInText(rows.length > mostKeys ? [...keys, `${rows.length - mostKeys} more`] : keys);
}
