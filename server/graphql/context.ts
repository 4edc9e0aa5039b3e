import type { AccessTokens } from '../auth/access-token.ts';
import type { Session } from '../auth/session.ts';
import type { Accounts } from '../store/accounts/accounts.ts';
import type { OpenSession } from '../store/accounts/sessions.ts';
import type { Reader } from '../store/repository/reader.ts';
import type { Writer } from '../store/repository/writer.ts';
import type { ConnectJira } from '../sync/connect-jira.ts';
import type { FlowTables } from './flow-tables.ts';
import type { QueryBudget } from './limits/query-budget.ts';

/** What an HTTP request tells about itself. */
export interface RequestFacts {
  readonly requestId: string;
  readonly address: string;
  readonly userAgent: string | null;
  /** The refresh token of the cookie. */
  readonly refreshToken: string | undefined;
}

/** What an HTTP answer can be told to do beside its body. */
export interface AnswerFacts {
  /** Sets the refresh cookie; null removes it. */
  setRefreshToken(token: { readonly token: string; readonly expiresAt: Date } | null): void;
}

/** What queries see: the repository of the one who asks, and nobody else's. One per request. */
export interface Context {
  readonly request: RequestFacts;
  /** Null when nobody is signed in; permissions.ts lets no field that needs it run then. */
  readonly repository: Reader | null;
  readonly flowTables: FlowTables;
  /** How browsers reach the application. */
  readonly appUrl: string;
  readonly budget: QueryBudget;
  /** Cost of this operation, once it has been counted. */
  cost: number;
}

/** What mutations see in addition. */
export interface MutationContext extends Context {
  readonly writer: Writer | null;
  readonly answer: AnswerFacts;
  readonly accounts: Accounts;
  readonly accessTokens: AccessTokens;
  readonly connectJira: ConnectJira;
  /** Turns a session that has just been opened into what its owner may read and change. */
  bind(opened: OpenSession): Promise<Writer>;
}

/** The signed-in viewer's repository. Reaching this without one is a hole in permissions.ts. */
export function repositoryOf(context: Context): Reader {
  if (!context.repository) throw new Error('a field that needs a viewer was asked without one');
  return context.repository;
}

/** The signed-in viewer's writer. */
export function writerOf(context: MutationContext): Writer {
  if (!context.writer) throw new Error('a mutation that needs a viewer was asked without one');
  return context.writer;
}

/** Whose context this is, for the resolvers that need the session itself. */
export type SessionOf = (token: string) => Promise<Session | null>;
