import type { StageKind } from '../../gql/graphql.ts';

/** What the kinds of stages mean for the work in them. */
export const stageKindWords: Readonly<Record<StageKind, { readonly label: string; readonly meaning: string }>> = {
  BACKLOG: { label: 'Backlog', meaning: 'Work that nobody has promised yet.' },
  QUEUE: { label: 'Queue', meaning: 'Work waits here.' },
  ACTIVE: { label: 'Active', meaning: 'Work is done here.' },
  DONE: { label: 'Done', meaning: 'Work that is finished.' },
};
