/** By what share a figure has changed; null where one of the two is missing, or was nothing. */
export function relativeChange(current: number | null | undefined, previous: number | null | undefined): number | null {
  if (current === null || current === undefined || previous === null || previous === undefined) return null;
  return previous === 0 ? null : current / previous - 1;
}
