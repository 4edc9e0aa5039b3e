import { bareItem } from './change-items.ts';
import { embeddedProject } from './create-issue.ts';
import type { IssueRecord } from './issue-record.ts';
import { asObject, asText, type JsonObject } from './json.ts';
import type { SiteState } from './site-state.ts';

/** Moves an issue to another project: new key, same id, the old key still finds it (JIRA-CLOUD.md 2.2, 2.5). */
export function moveToProject(state: SiteState, issue: IssueRecord, projectId: string): JsonObject[] {
  const to = state.projects.get(projectId);
  if (!to) throw new Error(`site ${state.catalog.name} has no project ${projectId}`);
  const from = asObject(issue.fields.project);
  if (asText(from?.id) === projectId) return [];
  const oldKey = issue.key;
  issue.key = `${to.key}-${state.count(`key ${to.id}`, 1)}`;
  state.idByKey.set(issue.key, issue.id);
  issue.fields.project = embeddedProject(to.json);
  const project: JsonObject = {
    field: 'project',
    fieldtype: 'jira',
    fieldId: 'project',
    from: asText(from?.id) ?? null,
    fromString: asText(from?.name) ?? null,
    to: to.id,
    toString: to.name,
  };
  return [project, bareItem('Key', { id: null, text: oldKey }, { id: null, text: issue.key })];
}

/** Adds a "Blocks" link: both issues show it, the changelog of the blocked one says it. */
export function linkBlocker(state: SiteState, issue: IssueRecord, blockerId: string): JsonObject[] {
  const blocker = state.need(blockerId);
  const id = String(state.count('link', 10_400));
  issue.links = [...(issue.links ?? []), { id, otherId: blocker.id, direction: 'inward' }];
  blocker.links = [...(blocker.links ?? []), { id, otherId: issue.id, direction: 'outward' }];
  return [bareItem('Link', null, { id: blocker.key, text: `This issue is blocked by ${blocker.key}` })];
}
