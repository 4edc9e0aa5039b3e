import { SourceError } from '../../sync/source.ts';

/** An empty page with a next token happens; an endless row of them is a fault. */
const mostEmptyPages = 50;

/**
 * The tokens of one walk through pages, watched for the ways in which Jira has been seen to never end: a token that
 * leads back to an earlier page, and empty pages without end.
 */
export class PageChain {
  #asked = new Set<string>();
  #expected: string | null = null;
  #emptyPages = 0;

  /**
   * The token of the next page, null at the end. `isLast` alone proves nothing (JRACLOUD-95477), but with an empty page
   * or a repeated token it does. Throws SourceError MALFORMED.
   */
  next(
    asked: string | null,
    answer: { nextPageToken: string | null; isLast: boolean; isEmpty: boolean },
  ): string | null {
    if (asked === null || asked !== this.#expected) this.#begin();
    if (asked !== null) this.#asked.add(asked);
    this.#emptyPages = answer.isEmpty ? this.#emptyPages + 1 : 0;
    const token = answer.nextPageToken || null;
    this.#expected = token;
    if (token === null) return null;
    const repeated = this.#asked.has(token);
    if (answer.isLast && (answer.isEmpty || repeated)) return null;
    if (repeated) throw new SourceError('MALFORMED', 'Jira sends the same page again and again.');
    if (this.#emptyPages > mostEmptyPages) throw new SourceError('MALFORMED', 'Jira sends empty pages without end.');
    return token;
  }

  #begin(): void {
    this.#asked = new Set();
    this.#emptyPages = 0;
  }
}
