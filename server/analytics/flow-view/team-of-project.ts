import type { FlowView } from './flow-view.ts';

/** Team of a project by native ids: the team that names it, else a team of its own with the project's id. */
export function teamOfProject({ teams }: FlowView): (projectId: string) => string {
  const named = new Map(teams.flatMap((team) => team.projectIds.map((id) => [id, team.id] as const)));
  return (projectId) => named.get(projectId) ?? projectId;
}
