import type { SegmentKind } from '../../gql/graphql.ts';

interface SegmentWords {
  readonly label: string;
  /** The class that gives its colour and its pattern. */
  readonly look: string;
  readonly meaning: string;
}

/** The kinds of segments, in the order in which METRICS tells them apart. */
export const segmentWords: Readonly<Record<SegmentKind, SegmentWords>> = {
  ACTIVE: { label: 'Active', look: 'segment segment-active', meaning: 'somebody worked on it' },
  QUEUE: { label: 'Queue', look: 'segment segment-queue', meaning: 'it waited' },
  BLOCKED: { label: 'Blocked', look: 'segment segment-blocked', meaning: 'it was flagged' },
  HANDOFF: { label: 'Handoff', look: 'segment segment-handoff', meaning: 'a new owner had not begun yet' },
  REWORK: { label: 'Rework', look: 'segment segment-rework', meaning: 'it had gone back' },
  DONE: { label: 'Done', look: 'segment segment-done', meaning: 'it was finished' },
  INFERRED: { label: 'Inferred', look: 'segment segment-inferred', meaning: 'its history has a hole here' },
};
