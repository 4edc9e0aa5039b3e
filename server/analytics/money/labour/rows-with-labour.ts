import type { LabourByRow } from './labour-by-row.ts';

/** The issues that had labour in any of the periods, ascending. */
export function rowsWithLabour(periods: readonly LabourByRow[]): Uint32Array {
  const [only] = periods;
  if (only && periods.length === 1) return only.rows;
  return Uint32Array.from(new Set(periods.flatMap(({ rows }) => [...rows]))).sort();
}
