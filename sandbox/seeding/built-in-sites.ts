import type { SiteWorld } from '../world/site-world.ts';
import { planHarbor } from './harbor.ts';
import { planLakeside } from './lakeside.ts';
import { planNorthwind } from './northwind.ts';
import { seedSite } from './seed-site.ts';

/** The three sites of the demo. The same anchor (ms) and seed give the same sites, byte for byte. */
export function builtInSites(anchor: number, seed: number, clock: () => number): SiteWorld[] {
  return [
    seedSite(planNorthwind(anchor, seed), anchor, seed, clock),
    seedSite(planLakeside(seed), anchor, seed + 1, clock),
    seedSite(planHarbor(anchor, seed), anchor, seed + 2, clock),
  ];
}
