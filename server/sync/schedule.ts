const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How often a site is read, by how long its viewer has been away. */
const pace = [
  { awayMs: dayMs, everyMs: 5 * minuteMs },
  { awayMs: 14 * dayMs, everyMs: 30 * minuteMs },
] as const;
const idlePaceMs = 2 * hourMs;

/** When to read what has changed next: minutes for a viewer who is here, not all of them at once. */
export function nextRunAfter(now: Date, lastSeenAt: Date | null, random: () => number): Date {
  const awayMs = lastSeenAt === null ? Number.POSITIVE_INFINITY : now.getTime() - lastSeenAt.getTime();
  const everyMs = pace.find((step) => awayMs <= step.awayMs)?.everyMs ?? idlePaceMs;
  return new Date(now.getTime() + everyMs * (0.9 + 0.2 * random()));
}

/** The first comparison follows the first load: the proof that it was whole. */
export function firstComparison(now: Date, random: () => number): Date {
  return new Date(now.getTime() + (10 + 10 * random()) * minuteMs);
}

/** Ids are compared between two and five at night where the viewer is, or an hour off on days that change the clock. */
export function nextNight(now: Date, timeZone: string, random: () => number): Date {
  const hour = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' });
  const minute = new Intl.DateTimeFormat('en', { timeZone, minute: 'numeric' });
  const sinceMidnight = Number(hour.format(now)) * hourMs + Number(minute.format(now)) * minuteMs;
  const untilTwo = (2 * hourMs - sinceMidnight + dayMs) % dayMs;
  // One that has just been made at night is not made again in the same one.
  const wait = untilTwo < 4 * hourMs ? untilTwo + dayMs : untilTwo;
  return new Date(now.getTime() + wait + random() * 3 * hourMs);
}
