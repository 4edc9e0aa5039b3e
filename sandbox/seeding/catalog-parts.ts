import type { ProjectEntry, StatusEntry } from '../world/catalog.ts';
import type { JsonObject } from '../world/json.ts';
import { type CategoryKey, statusCategory } from '../world/status-category.ts';

interface StatusDraft {
  readonly id: string;
  readonly name: string;
  readonly category: CategoryKey;
  /** A team-managed project that owns the status. */
  readonly projectId?: string;
  /** The English name behind a localised one. */
  readonly english?: string;
  readonly categoryName?: string;
  readonly deleted?: boolean;
  readonly formerly?: { readonly name: string; readonly until: number };
}

export function statusEntry(url: string, draft: StatusDraft): StatusEntry {
  const { id, name, category, projectId, english, categoryName, deleted, formerly } = draft;
  const json: JsonObject = {
    self: `${url}/rest/api/3/status/${id}`,
    description: '',
    iconUrl: `${url}/images/icons/statuses/generic.png`,
    name,
    untranslatedName: english ?? name,
    id,
    statusCategory: statusCategory(category, url, categoryName),
  };
  if (projectId !== undefined) json.scope = { type: 'PROJECT', project: { id: projectId } };
  return { id, json, ...(deleted ? { deleted } : {}), ...(formerly ? { formerly } : {}) };
}

export function issueType(url: string, id: string, name: string, level: -1 | 0 | 1, projectId?: string): JsonObject {
  const json: JsonObject = {
    self: `${url}/rest/api/3/issuetype/${id}`,
    id,
    description: '',
    iconUrl: `${url}/images/icons/issuetypes/${level === -1 ? 'subtask' : 'story'}.svg`,
    name,
    subtask: level === -1,
    hierarchyLevel: level,
  };
  if (projectId !== undefined) json.scope = { type: 'PROJECT', project: { id: projectId } };
  return json;
}

export function priorityList(url: string, names: readonly string[]): JsonObject[] {
  return names.map((name, index) => ({
    self: `${url}/rest/api/3/priority/${index + 1}`,
    statusColor: '#42526e',
    description: '',
    iconUrl: `${url}/images/icons/priorities/${index + 1}.svg`,
    name,
    id: String(index + 1),
    isDefault: index === 2,
  }));
}

/** The first one is what a transition into the done category sets by itself. */
export function resolutionList(url: string, names: readonly string[]): JsonObject[] {
  return names.map((name, index) => ({
    self: `${url}/rest/api/3/resolution/${10_000 + index}`,
    id: String(10_000 + index),
    description: '',
    name,
  }));
}

interface ProjectDraft {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly isTeamManaged?: boolean;
  readonly issueTypeIds: readonly string[];
  readonly statusIds: readonly string[];
}

export function projectEntry(url: string, draft: ProjectDraft): ProjectEntry {
  const { id, key, name, isTeamManaged = false, issueTypeIds, statusIds } = draft;
  const avatar = `${url}/rest/api/3/universal_avatar/view/type/project/avatar/10400`;
  const json: JsonObject = {
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    self: `${url}/rest/api/3/project/${id}`,
    id,
    key,
    name,
    avatarUrls: { '48x48': avatar, '24x24': avatar, '16x16': avatar, '32x32': avatar },
    projectTypeKey: 'software',
    simplified: isTeamManaged,
    style: isTeamManaged ? 'next-gen' : 'classic',
    isPrivate: false,
    properties: {},
  };
  return { id, key, name, json, issueTypeIds, statusIds };
}
