import type { Person } from './person.ts';
import { openWorld, type World, type WorldOptions } from './world.ts';

/** Who owns each site in the sandbox, and is named like its owner here. */
const owners = { 'Northwind Labs': 'alice', Lakeside: 'bob', Harbor: 'carla' } as const;

export interface Onlooker {
  readonly world: World;
  readonly person: Person;
  /** Processor seconds from the wish to connect to the end of the first sync, the sandbox's part included. */
  readonly workSeconds: number;
}

let opened: Promise<World> | null = null;
const onlookers = new Map<string, Promise<Onlooker>>();

/**
 * Somebody with a synced site, in one world for all the test files that a process runs: for tests that only look. Who
 * changes settings, the site or the connection opens a world of their own. It ends with the process.
 */
export function onlooker(
  site: keyof typeof owners,
  options: Pick<WorldOptions, 'clientFolder'> = {},
): Promise<Onlooker> {
  const known = onlookers.get(site) ?? connect(site, options);
  onlookers.set(site, known);
  return known;
}

async function connect(site: keyof typeof owners, options: WorldOptions): Promise<Onlooker> {
  opened ??= openWorld(options);
  const world = await opened;
  const person = await world.signUp(owners[site]);
  const before = process.cpuUsage();
  await person.connectJira(site, owners[site]);
  await person.synced(120);
  const { user, system } = process.cpuUsage(before);
  return { world, person, workSeconds: (user + system) / 1_000_000 };
}
