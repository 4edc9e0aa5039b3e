import { randomUUID } from 'node:crypto';

/** A sweep of all ids. One that loses its place begins anew under another id. */
export interface Sweep {
  readonly id: string;
  readonly startedAt: Date;
  /** The page to ask for next; null at the beginning, and when all ids have been seen. */
  readonly pageToken: string | null;
  /** Every id has been seen. */
  readonly complete: boolean;
  /** How many ids have been listed, each once. */
  readonly listed: number;
  /** Ids that were listed and could not be read. */
  readonly unread: readonly string[];
  /** Of the stored issues that were not listed, the last one that has been looked at, by native id. */
  readonly checkedTo: string | null;
}

/** A sweep that has listed nothing yet. */
export function newSweep(startedAt: Date): Sweep {
  const nothing = { pageToken: null, complete: false, listed: 0, unread: [], checkedTo: null };
  return { id: randomUUID(), startedAt, ...nothing };
}
