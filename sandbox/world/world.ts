import { type Account, accounts } from './account.ts';
import type { SiteWorld } from './site-world.ts';

/** All sites of the sandbox, and who sees which. */
export class World {
  readonly sites: readonly SiteWorld[];
  readonly accounts: readonly Account[] = accounts;

  constructor(sites: readonly SiteWorld[]) {
    this.sites = sites;
  }

  /** A site by cloud id, or by name. Throws when there is none. */
  site(idOrName: string): SiteWorld {
    const found = this.sites.find((site) => site.id === idOrName || site.state.catalog.name === idOrName);
    if (!found) throw new Error(`the sandbox has no site ${idOrName}`);
    return found;
  }

  sitesOf(account: Account): readonly SiteWorld[] {
    return this.sites.filter((site) => site.state.catalog.accounts.includes(account.name));
  }

  /** Lets everything happen that is due by `now` (ms since 1970). Reads do this by themselves with the clock. */
  advance(now: number): void {
    for (const site of this.sites) site.advance(now);
  }
}
