/** A row of what is given out. */
export type ExportedRow = Readonly<Record<string, unknown>>;

/**
 * Rows as CSV (RFC 4180) with a header of all fields that any row has. Lists and objects are written as JSON. A text that a
 * spreadsheet would take for a formula begins with an apostrophe.
 */
export function writeCsv(rows: readonly ExportedRow[]): string {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [fields, ...rows.map((row) => fields.map((field) => row[field]))];
  return lines.map((cells) => `${cells.map((cell) => quoted(textOf(cell))).join(',')}\r\n`).join('');
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
