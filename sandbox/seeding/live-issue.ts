import type { Edit } from '../world/edit.ts';
import type { ScheduledAct } from '../world/site-world.ts';
import type { Zone } from '../world/zone.ts';
import type { Draw } from './draw.ts';
import { type FlowProfile, stageStatus } from './flow-profile.ts';
import type { ProjectPlan, SitePlan } from './site-plan.ts';
import { whenAtWork } from './working-time.ts';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** An issue while its life is being told: where it is, who has it, and all that has happened to it. Instants in ms. */
export class LiveIssue {
  readonly id: string;
  readonly plan: SitePlan;
  readonly draw: Draw;
  readonly zone: Zone;
  readonly acts: ScheduledAct[] = [];
  /** Nothing is told beyond this. */
  readonly horizon: number;
  project: ProjectPlan;
  stage = 0;
  assignee: string | null = null;
  developer: string;
  at: number;

  constructor(id: string, plan: SitePlan, project: ProjectPlan, zone: Zone, draw: Draw, at: number, horizon: number) {
    this.id = id;
    this.plan = plan;
    this.project = project;
    this.zone = zone;
    this.draw = draw;
    this.at = at;
    this.horizon = horizon;
    this.developer = draw.pick(project.crew.developers);
  }

  get profile(): FlowProfile {
    return this.plan.profile;
  }

  get lead(): string {
    return this.draw.pick(this.project.crew.leads);
  }

  /** Something happens at `at`, which may lie before `this.at` but not before the issue's birth. */
  happens(at: number, by: string, edit: Edit): void {
    if (at <= this.horizon) this.acts.push({ at: Math.floor(at), by, issue: this.id, edit });
  }

  /** Moves time on by some days, to a moment at which people work. */
  pass(days: number): void {
    this.at = whenAtWork(this.at + days * dayMs, this.zone, this.draw);
  }

  /** Enters a stage now. */
  enter(stage: number, by: string, more: Edit = {}): void {
    this.stage = stage;
    this.happens(this.at, by, { status: stageStatus(this.profile.stages[stage], this.project.id), ...more });
  }

  /** Some moment of a stay that begins now and lasts `days`. */
  within(days: number, from = 0, to = 1): number {
    return this.at + days * dayMs * this.draw.between(from, to);
  }
}
