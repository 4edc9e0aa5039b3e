import type { TokenScope } from '../../../gql/graphql.ts';

/** What a token may do, as a choice and in the list. */
export type TokenReach = 'READ' | 'WRITE';

export const reachWords: Readonly<Record<TokenReach, string>> = { READ: 'Read', WRITE: 'Read and write' };

export const reachNotes: Readonly<Record<TokenReach, string>> = {
  READ: 'Ask for everything of yours but what concerns the account.',
  WRITE: 'Change settings, cost model, stages, teams and actions too, and start syncs.',
};

export const reachOf = (scopes: readonly TokenScope[]): TokenReach => (scopes.includes('WRITE') ? 'WRITE' : 'READ');

/** For how many days a token can be good. */
export const lifetimes = [30, 90, 365] as const;

const dayMilliseconds = 86_400_000;

/** The moment a token ends that is made now, as the schema writes it. */
export const endOf = (now: number, days: number): string => new Date(now + days * dayMilliseconds).toISOString();

/** Whether it is time to think of the next one: within a week. */
export const endsSoon = (expiresAt: string, now: number): boolean => Date.parse(expiresAt) - now < 7 * dayMilliseconds;
