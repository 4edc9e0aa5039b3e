/** Clocks differ by minutes, not by more. */
const toleranceMs = 10 * 60_000;

/**
 * Whether one version of an issue may take the place of the stored one. A stored date that lies ahead of time is a slip of
 * the source and says nothing about order: any other version may take its place.
 */
export function isNewer(candidate: Date, stored: Date, now: Date): boolean {
  if (stored.getTime() > now.getTime() + toleranceMs) return candidate.getTime() !== stored.getTime();
  return candidate > stored;
}

/** The greatest of the dates that can have been: one ahead of time must not carry a cursor away with it. */
export function latestPossible(dates: readonly Date[], least: Date, now: Date): Date {
  return dates.reduce((latest, date) => {
    return date > latest && date.getTime() <= now.getTime() + toleranceMs ? date : latest;
  }, least);
}
