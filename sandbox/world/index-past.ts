import type { IssueRecord } from './issue-record.ts';

/** The longest lag of the index that can be asked for: what is older is forgotten. */
export const longestLagMs = 300_000;

interface Change {
  /** ms since 1970 at which it was made, whatever date it bears itself. */
  readonly at: number;
  readonly id: string;
  /** The issue before it; null when there was none. */
  readonly before: IssueRecord | null;
}

/** What searches would not have noticed at some moment: the issues that changed later, as they were then. */
export interface Unnoticed {
  /** The same as long as the same changes are noticed. */
  readonly stamp: number;
  /** By id; null for an issue that was not there yet. */
  readonly before: ReadonlyMap<string, IssueRecord | null>;
}

/** The changes of the last minutes, for an index that comes after (JIRA-CLOUD.md 2.1: seconds, sometimes minutes). */
export class IndexPast {
  #changes: Change[] = [];
  #forgotten = 0;
  /** When each issue changed last: of several changes at one moment only the first is kept. */
  readonly #lastAt = new Map<string, number>();

  /** To be told just before an issue changes (`issue`), is made (undefined) or goes. `at` in ms; it never goes back. */
  note(id: string, issue: IssueRecord | undefined, at: number): void {
    const since = Math.max(at, this.#changes.at(-1)?.at ?? at);
    if (this.#lastAt.get(id) === since) return;
    this.#lastAt.set(id, since);
    this.#changes.push({ at: since, id, before: issue ? picture(issue) : null });
    if (this.#changes.length % 1000 === 0) this.#forget(since - longestLagMs);
  }

  /** What an index that knows everything up to `at` (ms) has not noticed. */
  unnoticed(at: number): Unnoticed {
    const before = new Map<string, IssueRecord | null>();
    let noticed = this.#changes.length;
    for (let change = this.#changes[noticed - 1]; change && change.at > at; change = this.#changes[noticed - 1]) {
      before.set(change.id, change.before);
      noticed -= 1;
    }
    return { stamp: this.#forgotten + noticed, before };
  }

  #forget(until: number): void {
    const kept = this.#changes.filter((change) => change.at >= until);
    this.#forgotten += this.#changes.length - kept.length;
    this.#changes = kept;
    for (const [id, at] of this.#lastAt) if (at < until) this.#lastAt.delete(id);
  }
}

/** Edits replace what they change of an issue, member by member, so copies of its own collections are enough. */
function picture(issue: IssueRecord): IssueRecord {
  return {
    ...issue,
    fields: { ...issue.fields },
    histories: [...issue.histories],
    historyAt: [...issue.historyAt],
    childIds: [...issue.childIds],
    rendered: undefined,
  };
}
