import type { Project } from '../../domain/project.ts';
import type { Stage } from '../../domain/stage.ts';
import type { Status } from '../../domain/status.ts';
import type { Team } from '../../domain/team.ts';
import type { FlowTable } from '../flow-table/flow-table.ts';

/** What gives the facts of a flow table their present meaning. */
export interface FlowSetting {
  /** In workflow order. */
  readonly stages: readonly Stage[];
  readonly statuses: readonly Status[];
  /** A project that no team names is a team of its own, listed here or not. */
  readonly teams: readonly Team[];
  readonly projects: readonly Project[];
  /** Unix seconds: the moment up to which the table was last brought up to date. Later changes are not seen. */
  readonly asOf: number;
}

/**
 * A flow table under today's stages and teams, as of one moment. Immutable. What follows from it (visits to stages,
 * starts and completions, orders of issues) is computed when first asked for, by `derive`, and kept as long as the view.
 */
export class FlowView implements FlowSetting {
  readonly table: FlowTable;
  readonly stages: readonly Stage[];
  readonly statuses: readonly Status[];
  readonly teams: readonly Team[];
  readonly projects: readonly Project[];
  readonly asOf: number;
  readonly #derived = new Map<unknown, unknown>();

  constructor(table: FlowTable, { stages, statuses, teams, projects, asOf }: FlowSetting) {
    this.table = table;
    this.stages = stages;
    this.statuses = statuses;
    this.teams = teams;
    this.projects = projects;
    this.asOf = asOf;
  }

  /** The value of `compute` for this view, computed once. Pass a named function: it is its own key. */
  derive<T>(compute: (view: FlowView) => T): T {
    if (!this.#derived.has(compute)) this.#derived.set(compute, compute(this));
    return this.#derived.get(compute) as T;
  }
}
