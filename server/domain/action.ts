/** Where an action stands. */
export const actionStates = ['PROPOSED', 'ACCEPTED', 'IN_PROGRESS', 'DONE', 'REVIEWED', 'DISMISSED'] as const;
export type ActionState = (typeof actionStates)[number];

/** What an action is to move, and is judged by. */
export const actionMetrics = [
  'CYCLE_TIME_P85',
  'LEAD_TIME_P85',
  'THROUGHPUT',
  'WIP',
  'FLOW_EFFICIENCY',
  'STAGE_STAY_P85',
  'REOPEN_RATE',
  'REWORK_RATE',
  'BLOCKED_SHARE',
  'DELAY_COST',
] as const;
export type ActionMetric = (typeof actionMetrics)[number];

/** What a review finds. */
export const verdicts = ['IMPROVED', 'NO_CHANGE', 'WORSE', 'TOO_EARLY', 'INSUFFICIENT_DATA'] as const;
export type Verdict = (typeof verdicts)[number];

export const efforts = ['SMALL', 'MEDIUM', 'LARGE'] as const;
export type Effort = (typeof efforts)[number];

/** What a metric was when the action was made. Never changed afterwards. */
export interface ActionBaseline {
  /** In the unit of the metric; null when there was nothing to make it of. */
  readonly value: number | null;
  /** Items it is made of. */
  readonly n: number;
  /** Local dates, both included. */
  readonly firstDate: string;
  readonly lastDate: string;
  /** The same days as instants, half-open and cut at asOf. */
  readonly from: Date;
  readonly to: Date;
  readonly frozenAt: Date;
  readonly circumstances: Circumstances;
}

/** What else could move a metric: noted with the baseline, and compared when the action is reviewed. */
export interface Circumstances {
  /** Digests of the stages, of the working calendar with its zone, and of the projects of the action's team, or of all. */
  readonly stages: string;
  readonly calendar: string;
  readonly team: string;
  readonly blockedByLinks: boolean;
  /** ISO 4217, of DELAY_COST. */
  readonly currency: string;
  /** People who owned an issue in scope during the window. */
  readonly people: number;
}

/** An estimate of money as it was told: decimal texts in one currency. */
export interface ToldEstimate {
  readonly low: string;
  readonly base: string;
  readonly high: string;
  readonly currency: string;
  readonly kind: 'LABOUR' | 'REWORK_LABOUR' | 'DELAY' | 'DISCARDED' | 'CAPACITY_EQUIVALENT';
  readonly confidence: 'LOW' | 'MEDIUM' | 'HIGH';
  readonly method: string;
  readonly drivers: readonly string[];
}

/** A change of a metric, in its unit; a negative one lowers it. */
export interface ExpectedEffect {
  readonly metric: ActionMetric;
  readonly low: number;
  readonly base: number;
  readonly high: number;
}

/** The recommendation that an action was made of, as it was then. */
export interface Origin {
  /** "R3". */
  readonly rule: string;
  /** What of the connection the rule spoke of: with the rule it names the recommendation. */
  readonly subject: string;
  /** The scope that it was made for, as one text. */
  readonly asked: string;
  /** How bad it was, in the rule's own measure. */
  readonly severity: number;
  readonly expectedEffect: ExpectedEffect | null;
  readonly worth: ToldEstimate | null;
}

/** Whether another metric paid for the change. */
export interface GuardResult {
  readonly metric: ActionMetric;
  readonly before: number | null;
  readonly after: number | null;
  /** False when it has become worse, and more than chance explains. */
  readonly ok: boolean;
}

/** What the last review found. */
export interface ActionOutcome {
  readonly verdict: Verdict;
  /** Why, in a sentence or two. */
  readonly sentence: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly change: number | null;
  /** Of the change: low and high; empty when there is none. */
  readonly interval80: readonly number[];
  /** How likely so great a difference is by chance, 0 to 1. */
  readonly chance: number | null;
  /** The weekly values since left the limits of those before, or stayed on one side of their mean for eight weeks. */
  readonly signal: boolean;
  /** The change of teams that did nothing of the kind. */
  readonly controlChange: number | null;
  readonly guards: readonly GuardResult[];
  readonly realised: ToldEstimate | null;
  readonly confounders: readonly string[];
  /** Items either side is made of. */
  readonly nBefore: number;
  readonly nAfter: number;
  readonly reviewedAt: Date;
}

/** Something that is tried so that a metric moves. Dates without a time are local. */
export interface Action {
  readonly id: string;
  readonly title: string;
  readonly note: string | null;
  readonly state: ActionState;
  readonly origin: Origin | null;
  readonly metric: ActionMetric;
  readonly stageId: string | null;
  readonly teamId: string | null;
  readonly ownerId: string | null;
  readonly target: number;
  readonly dueOn: string | null;
  readonly reviewOn: string;
  readonly createdAt: Date;
  /** When it came to IN_PROGRESS: what is started after that day is measured as "after". */
  readonly begunAt: Date | null;
  readonly dismissReason: string | null;
  /** Counts edits, from 1. */
  readonly version: number;
  readonly baseline: ActionBaseline;
  readonly outcome: ActionOutcome | null;
}
