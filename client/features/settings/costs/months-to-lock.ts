/** Months that are over on a day, newest first, but for those that are locked: their first days. */
export function monthsToLock(today: string, locked: readonly string[], count: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year, month - 2 - back, 1)).toISOString().slice(0, 10),
  ).filter((first) => !locked.includes(first));
}
