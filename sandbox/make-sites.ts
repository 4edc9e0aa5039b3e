import { keepAnchor } from './seeding/anchor.ts';
import { builtInSites } from './seeding/built-in-sites.ts';
import { readSites } from './served/read-sites.ts';
import { type SandboxSite, sandboxSite } from './served/sandbox-site.ts';
import { serveSite } from './served/serve-site.ts';
import type { SiteWorld } from './world/site-world.ts';

export interface SiteSource {
  /** Instead of the generated sites. */
  readonly sites?: readonly SandboxSite[];
  /** A .json or .jsonl file to serve instead of the generated sites. */
  readonly dataFile?: string | undefined;
  /** Where the anchor, the grants and the webhooks are kept over a restart; nothing is kept without. */
  readonly stateFolder?: string | undefined;
  /** Whether generated issues go on moving after the anchor. */
  readonly live?: boolean;
}

/** The sites of a sandbox as they are now by its clock. Throws SandboxFileError for a file that cannot be served. */
export function makeSites(source: SiteSource, clock: () => number, seed: number): SiteWorld[] {
  if (source.sites) return source.sites.map((site) => serveSite(sandboxSite.parse(site), clock));
  if (source.dataFile !== undefined) return readSites(source.dataFile).map((site) => serveSite(site, clock));
  const kept = keepAnchor(source.stateFolder, clock(), seed);
  const sites = builtInSites(kept.anchor, kept.seed, clock);
  for (const site of sites) {
    if (source.live) site.advance(clock());
    else site.freeze();
  }
  return sites;
}
