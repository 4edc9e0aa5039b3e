import type { StageInput, StageKind } from '../../../gql/graphql.ts';

export interface DraftStage {
  /** Stays the same while the draft lives; a new stage has no id of the server yet. */
  readonly draftKey: string;
  readonly id: string | null;
  readonly name: string;
  readonly kind: StageKind;
  readonly wipLimit: number | null;
  readonly statusIds: readonly string[];
}

export type StagesDraft = readonly DraftStage[];

export type StagesChange =
  | { readonly kind: 'add' }
  | { readonly kind: 'remove'; readonly draftKey: string }
  | {
      readonly kind: 'edit';
      readonly draftKey: string;
      readonly to: Partial<Pick<DraftStage, 'name' | 'kind' | 'wipLimit'>>;
    }
  /** By so many places: -1 is one earlier in the workflow. */
  | { readonly kind: 'shift'; readonly draftKey: string; readonly by: number }
  /** To no stage: the status becomes unmapped. */
  | { readonly kind: 'move'; readonly statusId: string; readonly toDraftKey: string | null };

interface SavedStage {
  readonly id: string;
  readonly name: string;
  readonly kind: StageKind;
  readonly position: number;
  readonly wipLimit?: number | null;
  readonly statuses: readonly { readonly id: string }[];
}

/** The draft of what is saved, in workflow order. */
export function stagesDraft(stages: readonly SavedStage[]): StagesDraft {
  return stages
    .toSorted((a, b) => a.position - b.position)
    .map((stage) => ({
      draftKey: stage.id,
      id: stage.id,
      name: stage.name,
      kind: stage.kind,
      wipLimit: stage.wipLimit ?? null,
      statusIds: stage.statuses.map((status) => status.id),
    }));
}

/** Applies one change; a status is in one stage at most, and a removed stage leaves its statuses unmapped. */
export function changeStages(stages: StagesDraft, change: StagesChange): StagesDraft {
  switch (change.kind) {
    case 'add':
      return [...stages, newStage(stages)];
    case 'remove':
      return stages.filter((stage) => stage.draftKey !== change.draftKey);
    case 'edit':
      return stages.map((stage) => (stage.draftKey === change.draftKey ? { ...stage, ...change.to } : stage));
    case 'shift':
      return shift(stages, change.draftKey, change.by);
    case 'move':
      return stages.map((stage) => {
        const without = stage.statusIds.filter((id) => id !== change.statusId);
        if (stage.draftKey === change.toDraftKey) return { ...stage, statusIds: [...without, change.statusId] };
        return without.length === stage.statusIds.length ? stage : { ...stage, statusIds: without };
      });
  }
}

function newStage(stages: StagesDraft): DraftStage {
  const taken = new Set(stages.map((stage) => stage.draftKey));
  let number = 1;
  while (taken.has(`new-${number}`)) number++;
  return { draftKey: `new-${number}`, id: null, name: '', kind: 'ACTIVE', wipLimit: null, statusIds: [] };
}

function shift(stages: StagesDraft, draftKey: string, by: number): StagesDraft {
  const from = stages.findIndex((stage) => stage.draftKey === draftKey);
  const moved = stages[from];
  if (!moved) return stages;
  const to = Math.min(Math.max(from + by, 0), stages.length - 1);
  return stages.filter((stage) => stage !== moved).toSpliced(to, 0, moved);
}

/** The draft as the server's input, in workflow order. */
export function stageInputs(stages: StagesDraft): StageInput[] {
  return stages.map((stage) => ({
    ...(stage.id !== null && { id: stage.id }),
    name: stage.name.trim(),
    kind: stage.kind,
    statusIds: [...stage.statusIds],
    wipLimit: stage.wipLimit,
  }));
}

/** Statuses of the connection that are in no stage of the draft. */
export function unmapped<T extends { readonly id: string }>(statuses: readonly T[], stages: StagesDraft): readonly T[] {
  const mapped = new Set(stages.flatMap((stage) => stage.statusIds));
  return statuses.filter((status) => !mapped.has(status.id));
}
