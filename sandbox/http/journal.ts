import type { GrantType } from '../oauth/token-body.ts';

/** One request the sandbox answered. Bodies and tokens are never kept: only the names of a body's members. */
export interface JournalEntry {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** 0 when the answer was lost on purpose. */
  readonly status: number;
  readonly bodyKeys: readonly string[];
  /** How a token was asked for, of requests for one; never the token. */
  readonly grantType?: GrantType;
  /** When the request arrived, ms. */
  readonly at: number;
}

/** What was asked of the sandbox, oldest first; the last ten thousand requests. */
export class Journal {
  #entries: JournalEntry[] = [];

  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  add(entry: JournalEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > 11_000) this.#entries = this.#entries.slice(-10_000);
  }

  /** Entries whose path contains `part`, optionally of one method. */
  matching(part: string, method?: string): readonly JournalEntry[] {
    return this.#entries.filter((entry) => entry.path.includes(part) && (method ?? entry.method) === entry.method);
  }

  /** How often a token was asked for so, answered or not. */
  countGrants(grantType: GrantType): number {
    return this.#entries.filter((entry) => entry.grantType === grantType).length;
  }

  clear(): void {
    this.#entries = [];
  }
}

const secret = new Set(['code', 'state', 'code_challenge', 'client_secret', 'refresh_token', 'access_token']);

/** The query of a request with everything secret left out. */
export function openQuery(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...query].map(([name, value]) => [name, secret.has(name) ? '(hidden)' : value]));
}

/** Names of the members of a JSON or form body. */
export function bodyKeys(body: string): string[] {
  if (body === '') return [];
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? Object.keys(parsed) : [];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [...new Set(new URLSearchParams(body).keys())];
  }
}
