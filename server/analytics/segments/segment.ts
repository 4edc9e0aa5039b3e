/**
 * A piece of an issue's life in which status, assignee, flag, handoff wait and project stay the same. It begins at
 * `from` (Unix seconds) and ends where the next one begins; the last one of a life is open. Texts are '' where absent.
 * `bits` are those of the flow table (`segmentBits`).
 */
export interface Segment {
  readonly from: number;
  readonly status: string;
  /** The status's name in the changelog at that time. */
  readonly statusName: string;
  readonly assignee: string;
  readonly project: string;
  readonly bits: number;
}
