/** WORKING counts seconds inside working hours, CALENDAR every second. */
export type Clock = 'WORKING' | 'CALENDAR';

/** Part of a connection a question is about. An absent list means "all"; an empty list means "none". */
export interface Scope {
  readonly projectIds?: readonly string[];
  readonly teamIds?: readonly string[];
  readonly types?: readonly string[];
  readonly labels?: readonly string[];
  readonly epicKeys?: readonly string[];
  readonly includeSubtasks: boolean;
}

/** Whole local days, half-open, in Unix seconds: [from, to). `to` is cut at asOf. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}
