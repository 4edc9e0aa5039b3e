import type { Measured } from '../measure/bench-case.ts';
import { median } from './median.ts';
import { isBroken, limits, resultRows } from './result-rows.ts';

const heading = ['field', 'CPU ms', 'DuckDB ms', 'ratio', 'MongoDB ms', 'ratio', 'commands', ''];

/** What was measured, a line for each case, with the limits below the heading. */
export function table(measured: readonly Measured[]): string {
  const bounds = [
    '',
    `≤ ${limits.cpuMs}`,
    '',
    `≤ ${limits.timesDuckDb}`,
    '',
    `≤ ${limits.timesMongoDb}`,
    `≤ ${limits.commands}`,
    '',
  ];
  const lines = measured.map((one) => {
    const rows = resultRows(one);
    const ratioOf = (what: string): string => {
      const row = rows.find(({ name }) => name.endsWith(what));
      return row ? number(row.ratio, 3) : '–';
    };
    const broken = rows.filter(isBroken).map(({ name }) => name.slice(name.lastIndexOf(': ') + 2));
    const verdict = [...broken, ...(one.differences.length > 0 ? ['another answer'] : [])];
    return [
      one.name,
      number(median(one.cpuMs), 1),
      one.duckDbMs.length > 0 ? number(median(one.duckDbMs), 1) : '–',
      ratioOf('against DuckDB'),
      one.mongoDbMs.length > 0 ? number(Math.min(...one.mongoDbMs), 0) : '–',
      ratioOf('against MongoDB'),
      String(one.commands),
      verdict.length > 0 ? `BROKEN: ${verdict.join(', ')}` : 'kept',
    ];
  });
  const all = [heading, bounds, ...lines];
  const widths = heading.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  return all
    .map((line) =>
      line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))),
    )
    .map((cells) => cells.join('  ').trimEnd())
    .join('\n');
}

const number = (value: number, digits: number): string => value.toFixed(digits);
