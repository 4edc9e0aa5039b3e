export interface ReadDates {
  /** "YYYY-MM-DD", each once, in the order of the text. */
  readonly dates: readonly string[];
  /** Pieces that are no date. */
  readonly unread: readonly string[];
}

/**
 * The dates of a pasted text: "2026-12-25" and "25.12.2026", apart by spaces, commas, semicolons or lines. 12/25/2026 is
 * not read: which of 1/2 is the month differs from country to country.
 */
export function readDates(text: string): ReadDates {
  const dates = new Set<string>();
  const unread: string[] = [];
  for (const piece of text.split(/[\s,;]+/).filter((one) => one !== '')) {
    const date = dateOf(piece);
    if (date) dates.add(date);
    else unread.push(piece);
  }
  return { dates: [...dates], unread };
}

function dateOf(piece: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(piece) ?? [];
  const [, lastDay, lastMonth, lastYear] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(piece) ?? [];
  const parts = [year ?? lastYear, month ?? lastMonth, day ?? lastDay];
  if (parts.includes(undefined)) return null;
  const iso = parts.map((part, index) => (part ?? '').padStart(index === 0 ? 4 : 2, '0')).join('-');
  const instant = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(iso) ? iso : null;
}
