const secondsPerDay = 86_400;

/** The days a question is about, UTC, as Unix seconds: [from, to), and where the same number of days before begins. */
export interface BenchWindow {
  readonly days: number;
  readonly from: number;
  readonly to: number;
  readonly previousFrom: number;
  /** 00:00 of the first day, in days since 1970. */
  readonly firstDay: number;
}

/** The last so many days up to asOf, whose own date is the last of them (METRICS 4, "Window edges"). */
export function benchWindow(days: number, asOf: number): BenchWindow {
  const firstDay = Math.floor(asOf / secondsPerDay) - days + 1;
  const from = firstDay * secondsPerDay;
  return { days, from, to: asOf, previousFrom: from - days * secondsPerDay, firstDay };
}
