import type { Stage } from '../../domain/stage.ts';
import type { Status } from '../../domain/status.ts';

/** A connection's statuses and stages, each finding the other. */
export interface Workflow {
  readonly statuses: readonly Status[];
  readonly stages: readonly Stage[];
  readonly statusById: ReadonlyMap<string, Status>;
  readonly stageOfStatus: ReadonlyMap<string, Stage>;
}

export function workflowOf(statuses: readonly Status[], stages: readonly Stage[]): Workflow {
  return {
    statuses,
    stages,
    statusById: new Map(statuses.map((status) => [status.id, status])),
    stageOfStatus: new Map(stages.flatMap((stage) => stage.statusIds.map((id) => [id, stage] as const))),
  };
}
