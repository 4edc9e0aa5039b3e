import type { CostModel } from './cost-model.ts';

export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Weekday = (typeof weekdays)[number];

/** Local working hours of one weekday, "HH:MM", end after start, "24:00" allowed as an end. */
export interface WorkingDay {
  readonly weekday: Weekday;
  readonly start: string;
  readonly end: string;
}

/** Dates are local, "YYYY-MM-DD". An extra working day wins over a holiday. */
export interface WorkingCalendar {
  readonly days: readonly WorkingDay[];
  readonly holidays: readonly string[];
  readonly extraWorkingDays: readonly string[];
  /** Turns working seconds into days. */
  readonly hoursPerDay: number;
}

/** How a viewer wants time counted and written. */
export interface Settings {
  /** IANA name: "Europe/Berlin". Every local day and hour is of this zone. */
  readonly timeZone: string;
  /** BCP 47: "en-GB". */
  readonly locale: string;
  readonly workingCalendar: WorkingCalendar;
  /** Whether an issue is blocked too while it is linked as blocked by one that is not done. */
  readonly blockedByLinks: boolean;
  readonly costModel: CostModel;
}

/** Monday to Friday, nine to five, eight hours a day. */
export const defaultWorkingCalendar: WorkingCalendar = {
  days: weekdays.slice(0, 5).map((weekday) => ({ weekday, start: '09:00', end: '17:00' })),
  holidays: [],
  extraWorkingDays: [],
  hoursPerDay: 8,
};
