export const stageKinds = ['BACKLOG', 'QUEUE', 'ACTIVE', 'DONE'] as const;
/** BACKLOG before commitment, QUEUE waiting, ACTIVE being worked on, DONE finished. */
export type StageKind = (typeof stageKinds)[number];

/** A step of the viewer's own workflow: one or more statuses. Stages are kept in workflow order. */
export interface Stage {
  readonly id: string;
  readonly name: string;
  readonly kind: StageKind;
  readonly statusIds: readonly string[];
  /** Items allowed in the stage at once; null without a limit. */
  readonly wipLimit: number | null;
}
