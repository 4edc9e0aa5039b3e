/** A number that is exact as text only, and how a person reads it. */
export interface ExactValue {
  readonly exact: string;
  readonly shown: string;
}

export type CellValue = string | number | ExactValue | null;

/** Columns and rows as a chart shows them in its table and its CSV. */
export interface TableContent {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/**
 * One cell by RFC 4180. Text that a spreadsheet would run as a formula (it begins with = + - @, a tab or a carriage
 * return) gets an apostrophe in front; numbers are ours and stay numbers.
 */
export function csvCell(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object') return value.exact;
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The whole table with CRLF line ends, as RFC 4180 has them. */
export function toCsv(table: TableContent): string {
  return [table.columns, ...table.rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}
