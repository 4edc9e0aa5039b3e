import { asText, type JsonObject } from '../world/json.ts';
import type { SiteWorld } from '../world/site-world.ts';
import type { ControlCall } from './control-call.ts';

/** GET /sandbox/sites: what acts can name. */
export function showSites(call: ControlCall): { sites: readonly object[] } {
  call.world.advance(call.at);
  return { sites: call.world.sites.map(showSite) };
}

function showSite({ state }: SiteWorld): object {
  const { id, name, url, timeZone, accounts, users, priorities, resolutions, sprints } = state.catalog;
  const projects = state.catalog.projects.map((project) => ({
    id: project.id,
    key: project.key,
    name: project.name,
    issueTypes: project.issueTypeIds.map((typeId) => named(state.issueTypes.get(typeId), typeId)),
    statuses: project.statusIds.map((statusId) => named(state.statuses.get(statusId)?.json, statusId)),
  }));
  return {
    id,
    name,
    url,
    timeZone,
    accounts,
    issueCount: state.issues.size,
    projects,
    priorities: priorities.map((entry) => named(entry)),
    resolutions: resolutions.map((entry) => named(entry)),
    sprints: sprints.map((sprint) => ({ id: sprint.id, name: sprint.name })),
    users: users.map((user) => ({ accountId: user.accountId, displayName: user.displayName })),
  };
}

function named(entry: JsonObject | undefined, id?: string): { id: string; name: string } {
  return { id: asText(entry?.id) ?? id ?? '', name: asText(entry?.name) ?? '' };
}
