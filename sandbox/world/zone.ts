const dayMs = 86_400_000;

/** One IANA time zone, fast enough to write a hundred thousand dates: the offset is looked up once a UTC day. */
export class Zone {
  readonly name: string;
  readonly #format: Intl.DateTimeFormat;
  /** Offset of a UTC day in ms; null on days on which it changes. */
  readonly #offsetOfDay = new Map<number, number | null>();

  /** Throws RangeError for a name that is no time zone. */
  constructor(name: string) {
    this.name = name;
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** Milliseconds to add to an instant to read local wall time off its UTC fields. */
  offset(at: number): number {
    const day = Math.floor(at / dayMs);
    let known = this.#offsetOfDay.get(day);
    if (known === undefined) {
      const start = this.#offsetNow(day * dayMs);
      known = start === this.#offsetNow((day + 1) * dayMs) ? start : null;
      this.#offsetOfDay.set(day, known);
    }
    return known ?? this.#offsetNow(at);
  }

  /** Jira's date-time: milliseconds, and the offset without a colon, `2026-09-27T10:03:11.123+0200`. */
  write(at: number): string {
    const offset = this.offset(at);
    const minutes = Math.abs(Math.round(offset / 60_000));
    const hours = String(Math.floor(minutes / 60)).padStart(2, '0');
    const rest = String(minutes % 60).padStart(2, '0');
    return `${new Date(at + offset).toISOString().slice(0, 23)}${offset < 0 ? '-' : '+'}${hours}${rest}`;
  }

  /** The instant of a local wall time, given as the UTC instant with the same digits. In an overlap the earlier one. */
  instant(wall: number): number {
    const guess = wall - this.offset(wall);
    const better = wall - this.offset(guess);
    return this.offset(better) === wall - better ? better : guess;
  }

  #offsetNow(at: number): number {
    const part: Record<string, number> = {};
    for (const { type, value } of this.#format.formatToParts(at)) part[type] = Number(value);
    const wall = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
    return wall - Math.floor(at / 1000) * 1000;
  }
}
