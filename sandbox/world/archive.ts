import type { SiteState } from './site-state.ts';

/** Archives a project (id or key), or takes it out again. Throws when there is none. */
export function archiveProject(state: SiteState, idOrKey: string, isArchived: boolean): void {
  const project = state.project(idOrKey);
  if (!project) throw new Error(`site ${state.catalog.name} has no project ${idOrKey}`);
  setMember(state.sight.archivedProjects, project.id, isArchived);
  project.json.archived = isArchived;
  state.revision += 1;
}

/** Archives an issue (id or key), or takes it out again. Throws when there is none. */
export function archiveIssue(state: SiteState, idOrKey: string, isArchived: boolean): void {
  setMember(state.sight.archivedIssues, state.need(idOrKey).id, isArchived);
  state.revision += 1;
}

function setMember(set: Set<string>, member: string, isIn: boolean): void {
  if (isIn) set.add(member);
  else set.delete(member);
}
