import type { Answer, Row } from './bench-field.ts';

/** Percentiles of a column as ours are taken, but for those that are withheld from few values. */
export const percentilesOf = (column: string): string =>
  `count(*)::INTEGER AS n, quantile_disc(${column}, [0.5, 0.7, 0.85, 0.95])::DOUBLE[] AS percentiles, avg(${column})::DOUBLE AS mean`;

/** Values that p50, p70, p85 and p95 need before they are shown. */
const fewest = [5, 5, 10, 20];

/** The same figures of a row of SQL or of a pipeline, withheld where ours are. */
export function percentileFacts(row: Row | undefined): (number | null)[] {
  const n = Number(row?.n ?? 0);
  const values = (row?.percentiles as number[] | null | undefined) ?? [];
  const shown = fewest.map((least, place) => (n < least ? null : Number(values[place])));
  return [n, ...shown, n === 0 ? null : Number(row?.mean)];
}

/** And of our own answer. */
export function percentileFactsOf({ n, p50, p70, p85, p95, mean }: Answer): (number | null)[] {
  return [n, ...[p50, p70, p85, p95, mean].map((value) => value?.seconds ?? null)];
}

/** What every basis says: how many issues have a whole history, and how many of `counted` have each flaw. */
export const basisStatements = (counted: string): string[] => [
  'SELECT (count(*) FILTER (WHERE flaws & 12 = 0) / count(*))::DOUBLE AS coverage FROM issues WHERE NOT subtask',
  `SELECT ${[...Array(10).keys()].map((bit) => `(count(*) FILTER (WHERE flaws & ${2 ** bit} <> 0))::INTEGER AS f${bit}`).join(', ')} FROM issues WHERE ${counted}`,
];

export function basisFacts([coverage, flaws]: readonly (readonly Row[])[]): Record<string, unknown> {
  const counts = Object.values(flaws?.[0] ?? {}).filter((count) => count !== 0);
  return { coverage: coverage?.[0]?.coverage, warnings: counts.map(Number).sort((a, b) => a - b) };
}

export function basisFactsOf({ coverage, quality }: Answer): Record<string, unknown> {
  return {
    coverage,
    warnings: quality.warnings.map((warning: Answer) => warning.count).sort((a: number, b: number) => a - b),
  };
}
