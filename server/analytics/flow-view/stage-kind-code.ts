import type { StageKind } from '../../domain/stage.ts';

/** Stage kinds as bytes, for columns. */
export const stageKindCode = { BACKLOG: 0, QUEUE: 1, ACTIVE: 2, DONE: 3 } as const satisfies Record<StageKind, number>;
