/** One stop on the way of an issue. Times in days by the calendar. */
export interface FlowStage {
  /** Status id per project id, and `*` for all others: team-managed projects own theirs. */
  readonly status: Readonly<Record<string, string>>;
  readonly kind: 'backlog' | 'ready' | 'active' | 'queue' | 'done';
  readonly medianDays: number;
  /** Standard deviation of the logarithm. */
  readonly spread: number;
  /** Who takes an issue over on entering: a developer, a reviewer who is not the developer, a tester. */
  readonly taker?: 'developer' | 'tester';
  /** Chance to pass it by. */
  readonly skipped?: number;
  /** Chance to be sent back on leaving, and to which stage (index). */
  readonly sentBack?: { readonly to: number; readonly chance: number };
  /** Chance to be flagged while here. */
  readonly flagged?: number;
}

export interface Detour {
  /** Index of the stage after which it was visited. */
  readonly after: number;
  readonly status: string;
  readonly chance: number;
  readonly until: number;
  /** Project whose workflow never had it. */
  readonly except?: string;
}

export interface FlowProfile {
  readonly stages: readonly FlowStage[];
  /** Index of the stage on which work starts, and to which reopened issues return. */
  readonly startStage: number;
  /** Chances of a whole life. */
  readonly discarded: number;
  readonly closedFromBacklog: number;
  readonly reopened: number;
  readonly handedOver: number;
  readonly moved: number;
  /** Resolution ids: what finished, discarded and doubled work gets. */
  readonly resolutions: { readonly done: string; readonly discarded: string; readonly duplicate: string };
  /** A stage that falls behind: from `since` on, a stay there grows by `growth` days a day. */
  readonly slowing?: {
    readonly stage: number;
    readonly since: number;
    readonly growth: Readonly<Record<string, number>>;
  };
  /** Statuses that issues passed through until `until` (ms), and that have been deleted since. */
  readonly detours: readonly Detour[];
}

export function stageStatus(stage: FlowStage | undefined, project: string): string {
  const status = stage?.status[project] ?? stage?.status['*'];
  if (status === undefined) throw new Error(`no status for project ${project}`);
  return status;
}
