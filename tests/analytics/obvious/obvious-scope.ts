import type { Scope } from '../../../server/domain/question.ts';
import type { Biography, RandomWorld } from '../../support/random-world.ts';

/** The issues of a scope that had been created by asOf, each tested by itself. */
export function obviousScope(world: RandomWorld, scope: Scope): readonly Biography[] {
  const { projectIds, teamIds, types, labels, epicKeys } = scope;
  const teamOf = (projectId: string): string =>
    world.teams.find((team) => team.projectIds.includes(projectId))?.id ?? projectId;
  return world.biographies.filter(({ issue }) => {
    if (issue.createdAt.getTime() / 1000 > world.asOf) return false;
    if (issue.subtask && !scope.includeSubtasks) return false;
    if (projectIds && !projectIds.includes(issue.projectId)) return false;
    if (teamIds && !teamIds.includes(teamOf(issue.projectId))) return false;
    if (types && !types.includes(issue.type)) return false;
    if (labels && !labels.some((label) => issue.labels.includes(label))) return false;
    return !epicKeys || isBelow(world, issue.parentId, epicKeys);
  });
}

/** Whether the issue with this id, or anything above it, is one of the epics. */
function isBelow(world: RandomWorld, parentId: string | null, epicKeys: readonly string[]): boolean {
  const keys = epicKeys.map((key) => key.toUpperCase());
  const seen: string[] = [];
  for (let id = parentId; id !== null && !seen.includes(id); ) {
    seen.push(id);
    const parent = world.biographies.find(({ issue }) => issue.id === id)?.issue;
    if (parent && keys.includes(parent.key.toUpperCase())) return true;
    id = parent?.parentId ?? null;
  }
  return false;
}
