import type { Settings } from './settings.ts';

/** The person who signed up: the owner of everything else. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly settings: Settings;
}

/** One browser in which an account is signed in. */
export interface SignIn {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly userAgent: string | null;
  /** True for the one that asks. */
  readonly current: boolean;
}
