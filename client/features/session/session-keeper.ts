/** What a sign-in, sign-up or refresh gives: who it is for, and a bearer token with its end in Unix milliseconds. */
export interface SessionGrant {
  readonly viewerId: string;
  readonly accessToken: string;
  readonly expiresAt: number;
}

/** `refused`: nobody is signed in. `unreachable`: the server could not be asked, which signs nobody out. */
export type RefreshAnswer =
  | { readonly kind: 'granted'; readonly grant: SessionGrant }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreachable' };

/** `epoch` rises whenever everything cached for this viewer has to go: another person, another Jira connection. */
export interface SessionSnapshot {
  readonly status: 'starting' | 'signed-out' | 'signed-in' | 'unreachable';
  readonly viewerId: string | null;
  readonly epoch: number;
  /** There is no account to sign in to again. */
  readonly deleted?: boolean;
}

export interface SessionKeeper {
  snapshot(): SessionSnapshot;
  subscribe(listener: () => void): () => void;
  /** Asks the refresh cookie who is here. Safe to call twice: one request is made. */
  start(): Promise<void>;
  adopt(grant: SessionGrant): void;
  /** The token now, for this viewer only: another tab may have signed somebody else in meanwhile. */
  token(viewerId: string): string | null;
  expiresSoon(): boolean;
  /** Renews the token; parallel callers share one request, because each refresh cookie is good once. */
  refresh(): Promise<void>;
  /** A token good for at least the margin, renewed when necessary. */
  freshToken(viewerId: string): Promise<string | null>;
  startAfresh(): void;
  /** Signs out here; for good when the account was deleted. */
  forget(why?: 'deleted'): void;
}

/** Renewed this long before its end, so that no request carries a token that dies on the way. */
const marginMilliseconds = 30_000;

/** Keeps the access token in memory only: a script that reads storage finds nothing, a closed tab leaves nothing. */
export function createSessionKeeper(askRefresh: () => Promise<RefreshAnswer>, clock: () => number): SessionKeeper {
  let current: SessionSnapshot = { status: 'starting', viewerId: null, epoch: 0 };
  let grant: SessionGrant | null = null;
  let underWay: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  function publish(next: Omit<SessionSnapshot, 'epoch'>, raise: boolean): void {
    current = { ...next, epoch: current.epoch + (raise ? 1 : 0) };
    for (const listener of listeners) listener();
  }

  function adopt(next: SessionGrant): void {
    const samePerson = current.status === 'signed-in' && current.viewerId === next.viewerId;
    grant = next;
    if (!samePerson) publish({ status: 'signed-in', viewerId: next.viewerId }, true);
  }

  function forget(why?: 'deleted'): void {
    grant = null;
    if (current.status === 'signed-out') return;
    publish({ status: 'signed-out', viewerId: null, ...(why === 'deleted' && { deleted: true }) }, true);
  }

  async function renew(): Promise<void> {
    const answer = await askRefresh();
    if (answer.kind === 'granted') adopt(answer.grant);
    else if (answer.kind === 'refused') forget();
    else if (current.status === 'starting') publish({ status: 'unreachable', viewerId: null }, false);
  }

  function refresh(): Promise<void> {
    underWay ??= renew().finally(() => {
      underWay = null;
    });
    return underWay;
  }

  const token = (viewerId: string): string | null => (grant?.viewerId === viewerId ? grant.accessToken : null);
  const expiresSoon = (): boolean => grant !== null && grant.expiresAt - clock() < marginMilliseconds;

  return {
    snapshot: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: refresh,
    adopt,
    token,
    expiresSoon,
    refresh,
    async freshToken(viewerId) {
      if (expiresSoon()) await refresh();
      return token(viewerId);
    },
    startAfresh() {
      publish({ status: current.status, viewerId: current.viewerId }, true);
    },
    forget,
  };
}
