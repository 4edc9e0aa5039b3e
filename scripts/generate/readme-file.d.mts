/** One row for each metric, one column for each of its texts, headed by the text's name. */
export function metricsTable(metrics: readonly Readonly<Record<string, unknown>>[]): string;
