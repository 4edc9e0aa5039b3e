import type { Order, Place } from '../jql/order.ts';
import type { IssueRecord } from '../world/issue-record.ts';
import type { SiteState } from '../world/site-state.ts';

export interface FoundIssue {
  readonly issue: IssueRecord;
  readonly place: Place;
}

/** What a query finds, in its order. */
export interface FoundIssues {
  readonly issues: readonly FoundIssue[];
  readonly order: Order;
}

/** Searches of a site as of its last change: the pages of one walk are searched once. */
export class SearchMemory {
  readonly #kept = new WeakMap<SiteState, { revision: number; byQuery: Map<string, FoundIssues> }>();

  /** What was found before, when the site has not changed since. */
  of(state: SiteState): Map<string, FoundIssues> {
    const kept = this.#kept.get(state);
    if (kept && kept.revision === state.revision && kept.byQuery.size < 50) return kept.byQuery;
    const byQuery = new Map<string, FoundIssues>();
    this.#kept.set(state, { revision: state.revision, byQuery });
    return byQuery;
  }
}
