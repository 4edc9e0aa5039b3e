import type { Project } from '../../domain/project.ts';
import type { Stage } from '../../domain/stage.ts';
import type { Status } from '../../domain/status.ts';
import type { Team } from '../../domain/team.ts';
import type { TimeClock } from '../clocks/time-clock.ts';
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
  readonly #ofRows = new WeakMap<Uint32Array, Map<unknown, unknown>>();
  readonly #onClock = new Map<
    TimeClock['kind'],
    { readonly clock: TimeClock; readonly values: Map<unknown, unknown> }
  >();

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
    const known = this.#derived.get(compute) as T | undefined;
    if (known !== undefined) return known;
    const value = compute(this);
    this.#derived.set(compute, value);
    return value;
  }

  /**
   * The same for what depends on a list of rows too. It is kept as long as the list is, which is one and the same for
   * questions of one scope.
   */
  deriveOf<T>(rows: Uint32Array, compute: (view: FlowView, rows: Uint32Array) => T): T {
    let values = this.#ofRows.get(rows);
    if (!values) {
      values = new Map();
      this.#ofRows.set(rows, values);
    }
    const known = values.get(compute) as T | undefined;
    if (known !== undefined) return known;
    const value = compute(this, rows);
    values.set(compute, value);
    return value;
  }

  /**
   * The same for what depends on a clock too. Of each kind of clock only the values of the last one are kept, so that
   * somebody who tries many calendars does not fill the memory.
   */
  deriveOn<T, C extends TimeClock>(clock: C, compute: (view: FlowView, clock: C) => T): T {
    const kept = this.#onClock.get(clock.kind);
    const values = kept?.clock === clock ? kept.values : new Map<unknown, unknown>();
    if (values !== kept?.values) this.#onClock.set(clock.kind, { clock, values });
    const known = values.get(compute) as T | undefined;
    if (known !== undefined) return known;
    const value = compute(this, clock);
    values.set(compute, value);
    return value;
  }
}
