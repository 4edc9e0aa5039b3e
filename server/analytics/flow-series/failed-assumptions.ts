/** What Little's law asks about a window. */
export interface LawConditions {
  /** Items under way at the beginning and at the end. */
  readonly openingWip: number;
  readonly closingWip: number;
  /** Average age of the items under way, days: at the beginning, and at the end of each local day. 0 without items. */
  readonly openingAge: number;
  readonly ages: readonly number[];
  readonly arrivals: number;
  readonly departures: number;
  /** Items that were under way at the beginning and still are at the end. */
  readonly stayed: number;
}

/** "About the same" is within a fifth of the larger value, or within one: an item, a day. */
const mostApart = 0.2;
const sameStep = 1;
/** Days that an age needs to rise in a row before it says anything. */
const fewestDaysOfAgeing = 7;

const areAboutTheSame = (a: number, b: number): boolean =>
  Math.abs(a - b) <= Math.max(sameStep, mostApart * Math.max(a, b));

/**
 * Vacanti's assumptions of Little's law (Actionable Agile Metrics, chapter 3) that a window does not meet, each as a
 * sentence with its numbers. That all is measured in one unit holds by construction.
 */
export function failedAssumptions(conditions: LawConditions): string[] {
  const { openingWip, closingWip, openingAge, ages, arrivals, departures, stayed } = conditions;
  const closingAge = ages.at(-1) ?? openingAge;
  const failed: string[] = [];
  if (departures === 0) failed.push('Nothing left in this window, so there is no cycle time to compare with.');
  if (!areAboutTheSame(arrivals, departures))
    failed.push(
      `As much should leave as enters, but ${issues(arrivals, 'was', 'were')} started and ${departures} left.`,
    );
  if (!areAboutTheSame(openingWip, closingWip))
    failed.push(
      `Work in progress should be about the same at both ends, but went from ${openingWip} to ${issues(closingWip)}.`,
    );
  if (openingWip > 0 && closingWip > 0 && !areAboutTheSame(openingAge, closingAge))
    failed.push(
      `The average age of work in progress should be about the same at both ends, but went from ${openingAge.toFixed(1)} to ${closingAge.toFixed(1)} days.`,
    );
  if (stayed > Math.max(sameStep, mostApart * openingWip))
    failed.push(
      `What enters should leave, but of ${issues(openingWip)} under way at the beginning ${stayed} had not left by the end.`,
    );
  if (isEverOlder(ages))
    failed.push(
      `Work in progress should not just grow older, but its average age rose on every day, from ${(ages[0] ?? 0).toFixed(1)} to ${closingAge.toFixed(1)} days.`,
    );
  return failed;
}

const isEverOlder = (ages: readonly number[]): boolean =>
  ages.length >= fewestDaysOfAgeing && ages.every((age, day) => day === 0 || age > (ages[day - 1] ?? 0));

const issues = (count: number, one = '', many = ''): string =>
  `${count} ${count === 1 ? 'issue' : 'issues'} ${count === 1 ? one : many}`.trimEnd();
