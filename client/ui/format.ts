/** A duration as the schema gives it: on the working clock a day has the calendar's hours, else 24. */
export interface Span {
  readonly seconds: number;
  readonly days: number;
}

/** An amount as the schema gives it: a decimal as text, of which no digit may be lost. */
export interface Amount {
  readonly amount: string;
  readonly currency: string;
}

export interface Formats {
  date(iso: string): string;
  /** Without the year, for the axis of a chart: 3 Jun. */
  dayMonth(localDate: string): string;
  /** The local day a moment falls on: 2026-06-03. */
  localDate(at: string | number): string;
  /** June 2026. */
  month(localDate: string): string;
  dateTime(iso: string): string;
  time(iso: string): string;
  number(value: number): string;
  /** Two decimals at most, always with its sign: +0.17. */
  signed(value: number): string;
  /** Two decimals at most: 0.97. */
  ratio(value: number): string;
  /** 0.41 becomes 41 %. */
  percent(share: number): string;
  /** A change by a share, always with its sign: +12 %. */
  signedPercent(share: number): string;
  /** The difference of two shares: +5 points. */
  points(difference: number): string;
  /** One decimal, never rounded up, so that only all of them is 100 %: 0.9996 becomes 99.9 %. */
  coverage(share: number): string;
  /** In the largest unit that leaves a number of 1 or more: 3.4 d, 5.2 h, 12 min. */
  span(span: Span | null | undefined): string;
  days(days: number): string;
  /** A point in time as seen from now: 5 minutes ago. */
  relative(iso: string, now: number): string;
  /** The time alone when it is today, else with its date. */
  moment(iso: string, now: number): string;
  /** Seconds of waiting in words: 40 s, 3 min, 1 h 5 min. */
  seconds(seconds: number): string;
  /** Words one after the other, as the language joins them: a, b and c. */
  list(words: readonly string[]): string;
  /** To the cent: €18,234.50. */
  money(amount: Amount): string;
  /** Without cents, for sentences: €18,235. */
  wholeMoney(amount: Amount): string;
  /** Three digits, for where space is short: €18.2k. */
  shortMoney(amount: Amount): string;
  /** Both ends of what an amount may be, short: €12.3k to €25.4k. */
  moneyRange(low: Amount, high: Amount): string;
  /** Order of names in the viewer's language. */
  compare(a: string, b: string): number;
}

const none = '–';

function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch (cause) {
    if (cause instanceof RangeError) return 'en';
    throw cause;
  }
}

function knownTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch (cause) {
    if (cause instanceof RangeError) return 'UTC';
    throw cause;
  }
}

const currencyOptions = {
  exact: {},
  whole: { maximumFractionDigits: 0 },
  short: { notation: 'compact', maximumSignificantDigits: 3 },
} as const satisfies Record<string, Intl.NumberFormatOptions>;

/** Formats are made once for each currency. The text goes into them as it is: a number would lose digits. */
function createCurrencyFormats(locale: string) {
  const made = new Map<string, Intl.NumberFormat>();
  return (length: keyof typeof currencyOptions, { amount, currency }: Amount): string => {
    const key = `${length} ${currency}`;
    const format =
      made.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency, ...currencyOptions[length] });
    made.set(key, format);
    return format.format(amount as Intl.StringNumericLiteral);
  };
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Everything is shown in the viewer's locale and time zone; unknown ones fall back to English and UTC. */
export function createFormats(wantedLocale: string, wantedTimeZone: string): Formats {
  const locale = knownLocale(wantedLocale);
  const timeZone = knownTimeZone(wantedTimeZone);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  // A LocalDate has no zone: it is the same day wherever it is read.
  const localDate = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const dayMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  // Swedish dates are written as ISO 8601 has them.
  const iso8601 = new Intl.DateTimeFormat('sv-SE', { timeZone });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const hundredths = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const signedPercent = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  });
  const coverage = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const currencyFormats = createCurrencyFormats(locale);
  const shortMoney = (amount: Amount): string => currencyFormats('short', amount);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const collator = new Intl.Collator(locale, { numeric: true });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const isLocalDate = (iso: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(iso);

  return {
    date: (iso) => (isLocalDate(iso) ? localDate : date).format(new Date(iso)),
    dayMonth: (localDate) => dayMonth.format(new Date(localDate)),
    localDate: (at) => iso8601.format(new Date(at)),
    month: (localDate) => month.format(new Date(localDate)),
    dateTime: (iso) => dateTime.format(new Date(iso)),
    time: (iso) => time.format(new Date(iso)),
    number: (value) => (Number.isInteger(value) ? whole : tenths).format(value),
    signed: (value) => signed.format(value),
    ratio: (value) => hundredths.format(value),
    percent: (share) => percent.format(share),
    signedPercent: (share) => signedPercent.format(share),
    points: (difference) => `${signed.format(Math.round(difference * 100))} points`,
    coverage: (share) => coverage.format(Math.floor(share * 1_000) / 1_000),
    span(span) {
      if (!span) return none;
      if (span.days >= 1) return `${tenths.format(span.days)} d`;
      if (span.seconds >= 3_600) return `${tenths.format(span.seconds / 3_600)} h`;
      if (span.seconds >= 60) return `${whole.format(span.seconds / 60)} min`;
      return `${whole.format(span.seconds)} s`;
    },
    days: (days) => `${tenths.format(days)} d`,
    relative(iso, now) {
      const seconds = (Date.parse(iso) - now) / 1_000;
      const step = steps.find(([, length]) => Math.abs(seconds) >= length);
      return step ? relative.format(Math.round(seconds / step[1]), step[0]) : relative.format(0, 'second');
    },
    moment: (iso, now) => (date.format(new Date(iso)) === date.format(now) ? time : dateTime).format(new Date(iso)),
    money: (amount) => currencyFormats('exact', amount),
    wholeMoney: (amount) => currencyFormats('whole', amount),
    shortMoney,
    moneyRange: (low, high) => `${shortMoney(low)} to ${shortMoney(high)}`,
    compare: (a, b) => collator.compare(a, b),
    list: (words) => list.format(words),
    seconds(seconds) {
      const rounded = Math.max(Math.ceil(seconds), 0);
      if (rounded < 90) return `${whole.format(rounded)} s`;
      const minutes = Math.round(rounded / 60);
      if (minutes < 60) return `${whole.format(minutes)} min`;
      return `${whole.format(Math.floor(minutes / 60))} h ${whole.format(minutes % 60)} min`;
    },
  };
}
