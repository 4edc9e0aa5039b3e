import type { HistoryEntry } from '../../domain/history.ts';

/** Changelogs that come in pieces: entries of one issue on several pages, and some of them twice. */
export class Changelogs {
  readonly #byIssue = new Map<string, Map<string, HistoryEntry>>();
  readonly #mentioned = new Set<string>();

  constructor(issueIds: readonly string[]) {
    for (const id of issueIds) this.#byIssue.set(id, new Map());
  }

  /** Adds entries; those of issues nobody asked for are left out. */
  add(issueId: string, entries: readonly HistoryEntry[]): void {
    const known = this.#byIssue.get(issueId);
    this.#mentioned.add(issueId);
    if (known) for (const entry of entries) known.set(entry.id, entry);
  }

  /** Ids of the issues of which nothing has been said, not even that there is nothing. */
  unmentioned(): string[] {
    return [...this.#byIssue.keys()].filter((id) => !this.#mentioned.has(id));
  }

  /** Whole and in order: by time, then by numeric id. An issue without entries has an empty list. */
  whole(): ReadonlyMap<string, readonly HistoryEntry[]> {
    return new Map([...this.#byIssue].map(([id, entries]) => [id, [...entries.values()].sort(inOrder)]));
  }
}

function inOrder(a: HistoryEntry, b: HistoryEntry): number {
  return a.at.getTime() - b.at.getTime() || byNumericId(a.id, b.id);
}

/** Ids outgrow exact numbers; digits of one length compare as texts. */
function byNumericId(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
