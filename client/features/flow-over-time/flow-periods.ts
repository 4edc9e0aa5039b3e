interface DayValue {
  readonly date: string;
  readonly value: number;
}

/** What is known of one day, week or month; it bears the date on which it begins. */
export interface FlowPeriod {
  readonly date: string;
  readonly delivered: number;
  readonly started: number;
  /** Work in progress at its end. */
  readonly wip: number;
  /** What is more than chance about what was delivered, in words; null where nothing is. */
  readonly signal: string | null;
}

interface ControlLimits {
  readonly lower: number;
  readonly upper: number;
  readonly signals: readonly string[];
}

interface Series {
  readonly throughputSeries: readonly DayValue[];
  readonly arrivalSeries: readonly DayValue[];
  readonly wipSeries: readonly DayValue[];
  readonly controlLimits?: ControlLimits | null;
}

/** The series side by side: all of them have the same dates. */
export function flowPeriods({ throughputSeries, arrivalSeries, wipSeries, controlLimits }: Series): FlowPeriod[] {
  const signals = new Set(controlLimits?.signals);
  return throughputSeries.map(({ date, value }, place) => ({
    date,
    delivered: value,
    started: arrivalSeries[place]?.value ?? 0,
    wip: wipSeries[place]?.value ?? 0,
    signal: controlLimits && signals.has(date) ? signalWords(value, controlLimits) : null,
  }));
}

/** A date inside the limits is a signal when it is the eighth or a later one of a run (METRICS 4, "XmR and shares"). */
function signalWords(delivered: number, { lower, upper }: ControlLimits): string {
  if (delivered > upper) return 'more than chance explains';
  return delivered < lower ? 'less than chance explains' : 'at least the eighth in a row on one side of the mean';
}
