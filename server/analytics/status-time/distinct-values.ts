/** The values of a column, numbered from 0: columns of texts hold places in a list of which they use few. */
export interface DistinctValues {
  readonly values: readonly number[];
  /** Number of each value; −1 for what the column does not hold. */
  readonly numberOf: Int32Array;
}

/** Distinct values of a column in the order in which it first holds them; all are below `limit`. */
export function distinctValues(column: Uint32Array, limit: number): DistinctValues {
  const numberOf = new Int32Array(limit).fill(-1);
  const values: number[] = [];
  for (const value of column) {
    if (numberOf[value] !== -1) continue;
    numberOf[value] = values.length;
    values.push(value);
  }
  return { values, numberOf };
}
