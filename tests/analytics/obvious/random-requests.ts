import fc from 'fast-check';
import type { Scope } from '../../../server/domain/question.ts';
import type { RandomWorld } from '../../support/random-world.ts';
import type { ObviousRequest } from './obvious-question.ts';

/** What `randomWorld` makes a world of: clean to badly broken histories. */
export const worldSeeds = fc.record({ seed: fc.integer({ min: 0, max: 1e9 }), oddity: fc.constantFrom(0, 0.1, 0.5) });

/** Mostly everything, else some of what those worlds have and a name that they have not. */
const some = (...names: string[]): fc.Arbitrary<string[]> => fc.subarray([...names, 'nowhere'], { minLength: 1 });
const randomScopes: fc.Arbitrary<Omit<Scope, 'includeSubtasks'>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.record({ projectIds: some('p1', 'p2', 'p3') }) },
  { weight: 1, arbitrary: fc.record({ teamIds: some('t1', 'p3') }) },
  { weight: 1, arbitrary: fc.record({ types: some('Story', 'Bug', 'Task') }) },
  { weight: 1, arbitrary: fc.record({ labels: some('red', 'blue') }) },
  { weight: 1, arbitrary: fc.record({ epicKeys: some('P1-1', 'p2-1', 'P3-1', 'P1-2', 'P2-2', 'P3-2', 'P1-3') }) },
  { weight: 1, arbitrary: fc.record({ projectIds: some('p1', 'p2', 'p3'), types: some('Story', 'Bug', 'Task') }) },
);

export const randomRequests: fc.Arbitrary<ObviousRequest> = fc.record({
  days: fc.integer({ min: 1, max: 90 }),
  ago: fc.integer({ min: 0, max: 40 }),
  clock: fc.constantFrom('WORKING' as const, 'CALENDAR' as const),
  includeSubtasks: fc.boolean(),
  scope: randomScopes,
});

/** Questions about a site: scopes of what its issues have, windows anywhere in its life. */
export function requestsOf({ biographies, asOf }: RandomWorld): fc.Arbitrary<ObviousRequest> {
  const issues = biographies.map(({ issue }) => issue);
  const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();
  const parents = new Set(issues.map(({ parentId }) => parentId));
  const epics = issues.filter(({ id }) => parents.has(id)).map(({ key }) => key);
  const projects = distinct(issues.map(({ projectId }) => projectId));
  const first = Math.min(...issues.map(({ createdAt }) => createdAt.getTime())) / 1000;
  return fc.record({
    days: fc.integer({ min: 1, max: 120 }),
    ago: fc.integer({ min: 0, max: Math.floor((asOf - first) / 86_400) }),
    clock: fc.constantFrom('WORKING' as const, 'CALENDAR' as const),
    includeSubtasks: fc.boolean(),
    scope: fc.oneof(
      { weight: 2, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: fc.record({ projectIds: some(...projects) }) },
      { weight: 1, arbitrary: fc.record({ teamIds: some(...projects) }) },
      { weight: 1, arbitrary: fc.record({ types: some(...distinct(issues.map(({ type }) => type))) }) },
      { weight: 1, arbitrary: fc.record({ labels: some(...distinct(issues.flatMap(({ labels }) => labels))) }) },
      { weight: 1, arbitrary: fc.record({ epicKeys: some(...epics) }) },
    ),
  });
}
