/** Bits of a flow segment. */
export const segmentBits = {
  /** The flag was up. */
  BLOCKED: 1,
  /** The changelog has a hole here: the status is a conclusion, not a record. */
  INFERRED: 2,
  /** Handed to a new person who has not acted yet. */
  HANDOFF_WAIT: 4,
  /** The segment begins with a change of status (or with the issue itself). */
  ENTERED: 8,
  /** The change that begins here was dated before the creation and counts at it. */
  CLAMPED: 16,
} as const;

/**
 * A few hundred issues of the flow table as columns: what sync stores and analytics reads.
 * Instants are Unix seconds (0 where absent); texts are indexes into `strings`, whose element 0 is the empty string and
 * means "none". Rows i of the issue columns own the labels, segments, links, logged work,
 * memberships of sprints and reasons of flags from `…Start[i]` to `…Start[i + 1]`.
 * The segments of an issue tile [created, ∞): each ends where the next begins, the last one is open.
 */
export interface FlowChunk {
  /** Native issue ids, keys and parents' native ids ('' without one), one per row. */
  readonly ids: readonly string[];
  readonly keys: readonly string[];
  readonly parentIds: readonly string[];
  readonly strings: readonly string[];
  readonly project: Uint32Array;
  readonly type: Uint32Array;
  readonly priority: Uint32Array;
  readonly resolution: Uint32Array;
  readonly assignee: Uint32Array;
  /** 1 for subtasks. */
  readonly subtask: Uint8Array;
  readonly createdAt: Uint32Array;
  readonly updatedAt: Uint32Array;
  readonly resolvedAt: Uint32Array;
  readonly labelStart: Uint32Array;
  readonly label: Uint32Array;
  readonly segmentStart: Uint32Array;
  readonly segmentFrom: Uint32Array;
  readonly segmentStatus: Uint32Array;
  /** The status's name in the changelog at that time. */
  readonly segmentStatusName: Uint32Array;
  readonly segmentAssignee: Uint32Array;
  readonly segmentProject: Uint32Array;
  readonly segmentBits: Uint8Array;
  /** Links that say "is blocked by": key of the blocker then, when the link was made, and when it was removed (0 while it is there). */
  readonly linkStart: Uint32Array;
  readonly linkBlocker: Uint32Array;
  readonly linkFrom: Uint32Array;
  readonly linkTo: Uint32Array;
  /** Logged work: whose, when it began, and how many seconds of work it was. */
  readonly worklogStart: Uint32Array;
  readonly worklogAuthor: Uint32Array;
  readonly worklogAt: Uint32Array;
  readonly worklogSeconds: Uint32Array;
  /** Memberships of sprints: of which (its native id), since when, and until when (0 while it is in there). */
  readonly membershipStart: Uint32Array;
  readonly membershipSprint: Uint32Array;
  readonly membershipFrom: Uint32Array;
  readonly membershipTo: Uint32Array;
  /** When the sprint was started and completed as far as this issue tells, 0 where it does not; other issues may know more. */
  readonly sprintStartedAt: Uint32Array;
  readonly sprintCompletedAt: Uint32Array;
  /** What was written with a flag: the text, when the flag went up, and when it came down (0 while it is up). */
  readonly flagReasonStart: Uint32Array;
  readonly flagReason: Uint32Array;
  readonly flagReasonFrom: Uint32Array;
  readonly flagReasonTo: Uint32Array;
}
