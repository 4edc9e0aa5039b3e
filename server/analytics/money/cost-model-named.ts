import type { CostPeriod } from './cost-period.ts';

/** Which cost models an answer stands on: "cost model version 3", "cost model versions 2 and 3". */
export function costModelNamed(costs: readonly CostPeriod[]): string {
  const versions = [...new Set(costs.map(({ model }) => model.version))].sort((a, b) => a - b);
  if (versions.length < 2) return `cost model version ${versions[0] ?? 1}`;
  return `cost model versions ${versions.slice(0, -1).join(', ')} and ${versions.at(-1)}`;
}
