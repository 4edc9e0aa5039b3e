/** What a piece of an issue's timeline was. Of several that apply the first in METRICS 4, "SegmentKind", is shown. */
export type SegmentKind = 'ACTIVE' | 'QUEUE' | 'BLOCKED' | 'HANDOFF' | 'REWORK' | 'DONE' | 'INFERRED';
