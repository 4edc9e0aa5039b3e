import type { ActionMetric, ActionOutcome, ExpectedEffect, ToldEstimate } from '../../domain/action.ts';

/** What was tried, and what for. Dates are local. */
export interface Trial {
  readonly metric: ActionMetric;
  readonly stageId: string | null;
  /** Null for everything. */
  readonly teamId: string | null;
  /** As it was frozen. */
  readonly baseline: {
    readonly value: number | null;
    readonly n: number;
    /** Both included. */
    readonly firstDate: string;
    readonly lastDate: string;
  };
  /** When it came to IN_PROGRESS: "after" begins the day after. */
  readonly begunOn: string | null;
  readonly reviewOn: string;
  /** What the recommendation promised; null for an action without one. */
  readonly promise: {
    readonly expectedEffect: ExpectedEffect | null;
    readonly worth: ToldEstimate | null;
  } | null;
  readonly guardMetrics: readonly ActionMetric[];
  /** Teams in which something of the kind was tried too, that are no measure of what happens without. */
  readonly touchedTeamIds: readonly string[];
}

/** An outcome but for when it was asked for, and what else has changed, which the one who asks knows. */
export type Judgement = Omit<ActionOutcome, 'reviewedAt' | 'confounders'>;
