/** A sprint, as far as an issue that is in it, or was when it ended, tells of it. */
export interface Sprint {
  /** Native id. */
  readonly id: string;
  /** Null while it has not been started, whatever is planned. */
  readonly startedAt: Date | null;
  /** Null while it has not been completed, whatever is planned. */
  readonly completedAt: Date | null;
}
