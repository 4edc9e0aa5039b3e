import { type LocalDay, secondsPerDay } from './local-date.ts';

/** Offsets are looked up once for each stretch of this length; no zone changes its offset twice within one. */
const stretch = 4 * secondsPerDay;

interface Stretch {
  readonly before: number;
  readonly after: number;
  /** First second of `after`. */
  readonly changesAt: number;
}

/** Local time of one IANA zone, exact over changes of summer time. Instants are whole Unix seconds. */
export class LocalTime {
  readonly timeZone: string;
  readonly #format: Intl.DateTimeFormat;
  readonly #stretches = new Map<number, Stretch>();

  constructor(timeZone: string) {
    this.timeZone = timeZone;
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** Seconds that local clocks are ahead of UTC. */
  offsetAt(instant: number): number {
    const index = Math.floor(instant / stretch);
    let known = this.#stretches.get(index);
    if (!known) {
      known = this.#measure(index * stretch, (index + 1) * stretch);
      this.#stretches.set(index, known);
    }
    return instant < known.changesAt ? known.before : known.after;
  }

  /** The local date of an instant. */
  dayOf(instant: number): LocalDay {
    return Math.floor((instant + this.offsetAt(instant)) / secondsPerDay);
  }

  /**
   * The instant at which local clocks show `secondsIntoDay` on `day`. Of two such instants, when clocks are put back,
   * the first; a time that clocks jump over counts as if they had not, so 02:30 becomes 03:30 (as Temporal does).
   */
  instantOf(day: LocalDay, secondsIntoDay: number): number {
    const wall = day * secondsPerDay + secondsIntoDay;
    const before = this.offsetAt(wall - secondsPerDay);
    const after = this.offsetAt(wall + secondsPerDay);
    const candidates = [wall - before, wall - after].filter((instant) => instant + this.offsetAt(instant) === wall);
    return candidates.length === 0 ? wall - before : Math.min(...candidates);
  }

  /** The first instant of a local day. */
  startOf(day: LocalDay): number {
    return this.instantOf(day, 0);
  }

  #measure(from: number, to: number): Stretch {
    const before = this.#readOffset(from);
    const after = this.#readOffset(to);
    let low = from;
    let high = to;
    while (before !== after && high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.#readOffset(middle) === before) low = middle;
      else high = middle;
    }
    return { before, after, changesAt: high };
  }

  #readOffset(instant: number): number {
    const parts = this.#format.formatToParts(instant * 1000);
    const read = (type: Intl.DateTimeFormatPartTypes): number =>
      Number(parts.find((part) => part.type === type)?.value ?? 0);
    const local = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
    return local / 1000 - instant;
  }
}
