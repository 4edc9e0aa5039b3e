import type { RandomWorld } from './random-world.ts';

/** The same world, all of it so many weeks later. */
export function laterWorld(world: RandomWorld, weeks: number): RandomWorld {
  const later = (date: Date): Date => new Date(date.getTime() + weeks * 7 * 86_400_000);
  return {
    ...world,
    asOf: world.asOf + weeks * 7 * 86_400,
    biographies: world.biographies.map(({ issue, history }) => ({
      issue: {
        ...issue,
        createdAt: later(issue.createdAt),
        updatedAt: later(issue.updatedAt),
        resolvedAt: issue.resolvedAt && later(issue.resolvedAt),
        acts: issue.acts.map((act) => ({ ...act, at: later(act.at) })),
      },
      history: history.map((entry) => ({ ...entry, at: later(entry.at) })),
    })),
  };
}
