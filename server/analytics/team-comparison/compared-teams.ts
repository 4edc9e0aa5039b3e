import type { Scope } from '../../domain/question.ts';
import type { Team } from '../../domain/team.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { teamOfProject } from '../flow-view/team-of-project.ts';

/**
 * The teams of the projects that are synced and in scope, by name: saved ones, and each project that none of them names. A
 * team without such a project did nothing here that could be compared, and is left out.
 */
export function comparedTeams(view: FlowView, scope: Scope): Team[] {
  const { projects, teams } = view;
  const teamOf = view.derive(teamOfProject);
  const saved = new Map(teams.map((team) => [team.id, team]));
  const found = new Map<string, Team>();
  for (const { id: projectId, name } of projects) {
    const id = teamOf(projectId);
    if (scope.projectIds && !scope.projectIds.includes(projectId)) continue;
    if (scope.teamIds && !scope.teamIds.includes(id)) continue;
    found.set(id, saved.get(id) ?? { id, name, projectIds: [projectId], memberIds: [] });
  }
  return [...found.values()].sort((a, b) => (a.name === b.name ? order(a.id, b.id) : order(a.name, b.name)));
}

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
