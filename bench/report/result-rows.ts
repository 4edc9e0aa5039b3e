import type { Measured } from '../measure/bench-case.ts';
import { median } from './median.ts';

/** One limit and how it was kept. `ratio` is what was measured, in `unit`. */
export interface ResultRow {
  readonly name: string;
  readonly ratio: number;
  readonly limit: number;
  readonly unit: string;
  readonly runs: number;
}

/** What an answer from the flow table may take. */
export const limits = { cpuMs: 60, commands: 1, timesDuckDb: 2, timesMongoDb: 1 / 20 } as const;

/** The rows of one case: only those that could be measured. */
export function resultRows({ name, cpuMs, duckDbMs, mongoDbMs, commands, commandsForIssues }: Measured): ResultRow[] {
  const rows: ResultRow[] = [
    { name: `${name}: CPU`, ratio: median(cpuMs), limit: limits.cpuMs, unit: 'ms', runs: cpuMs.length },
    {
      name: `${name}: commands`,
      ratio: commands,
      limit: limits.commands + commandsForIssues,
      unit: 'MongoDB commands',
      runs: cpuMs.length,
    },
  ];
  if (duckDbMs.length > 0)
    rows.push({
      name: `${name}: against DuckDB`,
      ratio: median(cpuMs.map((ms, round) => ms / (duckDbMs[round] ?? Number.NaN))),
      limit: limits.timesDuckDb,
      unit: '× CPU of DuckDB',
      runs: duckDbMs.length,
    });
  if (mongoDbMs.length > 0)
    rows.push({
      name: `${name}: against MongoDB`,
      ratio: median(cpuMs) / Math.min(...mongoDbMs),
      limit: limits.timesMongoDb,
      unit: '× time of an aggregation',
      runs: mongoDbMs.length,
    });
  return rows;
}

export const isBroken = ({ ratio, limit }: ResultRow): boolean => !(ratio <= limit);
