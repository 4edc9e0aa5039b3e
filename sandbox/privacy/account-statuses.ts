import { z } from 'zod';

export const accountStatus = z.enum(['active', 'closed', 'updated']);
export type AccountStatus = z.output<typeof accountStatus>;

/** Atlassian's own account for trying out what `closed` means; its sister 5be24ad8b1653240376955d2 is always active. */
const closedTestId = '5be24ba3f91c106033269289';

interface Change {
  readonly status: 'closed' | 'updated';
  /** ms since 1970. */
  readonly since: number;
}

/** Which accounts are closed, and which have new personal data since when (JIRA-CLOUD.md 3). All others are as they were. */
export class AccountStatuses {
  readonly #clock: () => number;
  readonly #changes = new Map<string, Change>();

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  get all(): readonly { accountId: string; status: AccountStatus }[] {
    return [...this.#changes].map(([accountId, { status }]) => ({ accountId, status }));
  }

  set(accountId: string, status: AccountStatus): void {
    if (status === 'active') this.#changes.delete(accountId);
    else this.#changes.set(accountId, { status, since: this.#clock() });
  }

  /** What somebody has to do who stores personal data fetched at `fetchedAt` (ms); undefined for nothing. */
  statusFor(accountId: string, fetchedAt: number): 'closed' | 'updated' | undefined {
    if (accountId === closedTestId) return 'closed';
    const change = this.#changes.get(accountId);
    if (change?.status === 'closed') return 'closed';
    return change && fetchedAt < change.since ? 'updated' : undefined;
  }
}
