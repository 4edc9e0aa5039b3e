import { accounts } from './account.ts';
import { type Corruption, mergeCorruptions } from './corruption.ts';
import type { JsonObject } from './json.ts';

/** What one account is not to see: a project (id or key), an issue (id or key), or anything at all. */
export type HiddenThing = { readonly project: string } | { readonly issue: string } | { readonly everything: true };

/** A person who has left: with the id they had, or, where the account came from elsewhere, with none that says who it was. */
export type Departure = 'former' | 'unknown';

/** Who does not see what of a site, what is archived, who has left, and which issues come corrupted (JIRA-CLOUD.md 2.3, 2.5, 3). */
export class Sight {
  /** Native ids, by account name. */
  readonly #hidden = new Map<string, Set<string>>();
  readonly archivedIssues = new Set<string>();
  readonly archivedProjects = new Set<string>();
  /** Account id to what is shown in its place. */
  readonly departed = new Map<string, JsonObject>();
  /** By issue id. */
  readonly corrupted = new Map<string, Corruption>();
  /** Counts every change, so that readers know when what they made is stale. */
  revision = 0;

  hiddenFrom(account: string): ReadonlySet<string> {
    return this.#hidden.get(account) ?? nothing;
  }

  /** `mark` as of `hiddenMark`. Throws for a name that is no account. */
  setHidden(account: string, mark: string, isHidden: boolean): void {
    if (!accounts.some(({ name }) => name === account)) throw new Error(`the sandbox has no account ${account}`);
    const marks = this.#hidden.get(account) ?? new Set();
    this.#hidden.set(account, marks);
    if (isHidden) marks.add(mark);
    else marks.delete(mark);
    this.revision += 1;
  }

  /** Adds to what was corrupted before; undefined heals the issue. */
  setCorrupted(issueId: string, corruption: Corruption | undefined): void {
    if (corruption) this.corrupted.set(issueId, mergeCorruptions(this.corrupted.get(issueId), corruption));
    else this.corrupted.delete(issueId);
    this.revision += 1;
  }

  setDeparted(accountId: string, departure: Departure): void {
    this.departed.set(accountId, departedUser(accountId, departure));
    this.revision += 1;
  }
}

const nothing: ReadonlySet<string> = new Set();

/** How hidden things are told apart: projects and issues may have the same native id. */
export const hiddenMark = {
  project: (id: string) => `project ${id}`,
  issue: (id: string) => `issue ${id}`,
  everything: 'everything',
};

/** A deleted person is shown as a former user, without e-mail, picture or zone (JIRA-CLOUD.md 3). */
export function departedUser(accountId: string, departure: Departure): JsonObject {
  return departure === 'former'
    ? { accountId, accountType: 'atlassian', displayName: 'Former user', active: false }
    : { accountId: 'unknown', accountType: 'unknown', displayName: 'Former user', active: false };
}
