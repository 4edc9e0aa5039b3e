/** What an hour of a role costs from a day on. Amounts are decimal texts: "85.50". */
export interface RoleRate {
  readonly role: string;
  readonly hourlyRate: string;
  /** Local date. */
  readonly validFrom: string;
}

/** What a week of not having an issue costs, for issues whose priority or one of whose labels is `match`, in any case. */
export interface ValueClass {
  readonly match: string;
  readonly perWeek: string;
}

/** Whether labour on issues of a type is capitalised. */
export interface CapitalisationRule {
  readonly issueType: string;
  readonly capitalised: boolean;
}

/** What time is worth to a viewer. All amounts are in its one currency. */
export interface CostModel {
  /** Counts changes, from 1. */
  readonly version: number;
  /** ISO 4217: "EUR". */
  readonly currency: string;
  /** Of everybody whose role has no rate. */
  readonly defaultHourlyRate: string;
  readonly roleRates: readonly RoleRate[];
  /** What an hour costs beside its wage: 1.3 is 30 % more. At least 1. */
  readonly burden: number;
  /** In how many weeks an issue of no class is thought to pay back its labour. */
  readonly paybackWeeks: number;
  readonly valueClasses: readonly ValueClass[];
  readonly capitalisation: readonly CapitalisationRule[];
}

/** A cost model as it was saved. */
export interface CostModelVersion {
  readonly model: CostModel;
  readonly savedAt: Date;
}

/** A month that has been closed, with the model that held then: its figures are made of it whatever is changed later. */
export interface LockedMonth {
  /** Its first day, "2026-03-01". */
  readonly month: string;
  readonly model: CostModel;
}

/** What a month came to, as decimal texts in the currency of its model. Kinds of money are never summed. */
export interface MonthFigures {
  readonly labour: string;
  readonly reworkLabour: string;
  readonly discarded: string;
  readonly delay: string;
}

/** A locked month with what was known of it when it was locked. */
export interface MonthLock extends LockedMonth {
  readonly lockedAt: Date;
  /** Over the whole connection, as of then; null when they were not kept. */
  readonly figures: MonthFigures | null;
}

/** Holds until somebody says better; every answer tells that it is an assumption. */
export const defaultCostModel: CostModel = {
  version: 1,
  currency: 'EUR',
  defaultHourlyRate: '60',
  roleRates: [],
  burden: 1.3,
  paybackWeeks: 26,
  valueClasses: [],
  capitalisation: [],
};
