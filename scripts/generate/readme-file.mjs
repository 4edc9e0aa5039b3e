import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { root } from '../root.mjs';

const [start, end] = ['<!-- metrics:start -->', '<!-- metrics:end -->'];
const cataloguePath = 'server/analytics/metrics/catalogue.ts';

/**
 * The README with the table of metrics the catalogue asks for; null when there is no README or no catalogue.
 * @param {string | null} text
 * @returns {Promise<string | null>}
 */
export async function readmeFile(text) {
  if (text === null || !existsSync(join(root, cataloguePath))) return null;
  const { catalogue } = await tsImport(`../../${cataloguePath}`, import.meta.url);
  const [head, , tail] = text.split(new RegExp(`(?<=${start})|(?=${end})`));
  if (tail === undefined) throw new Error(`The README has no place for the metrics, between ${start} and ${end}.`);
  return `${head}\n${metricsTable(Object.values(catalogue))}\n${tail}`;
}

/**
 * One row for each metric, one column for each of its texts, headed by the text's name.
 * @param {readonly Record<string, unknown>[]} metrics
 * @returns {string}
 */
export function metricsTable(metrics) {
  const columns = Object.keys(metrics[0] ?? {}).filter((key) => typeof metrics[0]?.[key] === 'string');
  const heads = columns.map((key) => key.replace(/([A-Z])/g, ' $1').toLowerCase());
  const rows = metrics.map((metric) => columns.map((key) => String(metric[key] ?? '').replaceAll('|', '\\|')));
  return [heads, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
