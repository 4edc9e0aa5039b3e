/** Who tries to sign in: as whom, and from where. */
export interface Attempt {
  readonly email: string;
  /** Network address. */
  readonly address: string;
}

/** Bounds failed sign-ins by account (guessing one password) and by address (guessing one password for many). */
export interface Throttle {
  /** Seconds to wait before the next try; 0 when one is allowed. */
  secondsToWait(attempt: Attempt): Promise<number>;
  countFailure(attempt: Attempt): Promise<void>;
  /** Forgets the failures of an account whose owner has just signed in. */
  forgive(attempt: Attempt): Promise<void>;
}
