/** What the last complete sweep of ids came to. */
export interface SyncCompleteness {
  readonly checkedAt: Date;
  /** Issues the source listed, or showed when it was asked for them. */
  readonly inJira: number;
  /** Issues stored when the sweep had ended. */
  readonly stored: number;
  /** Listed and still not stored: in quarantine. */
  readonly missing: number;
  /** Listed, and read by the sweep itself because the store lacked them or held an older version. */
  readonly recovered: number;
  /** Removed because the source no longer has them. */
  readonly removed: number;
  /** Stored, not shown, and kept: out of sight, or waiting for the next sweep to confirm that they are gone. */
  readonly unlisted: number;
  /** Share of the stored issues whose changelog has no hole, 0 to 1. */
  readonly changelogComplete: number;
}
