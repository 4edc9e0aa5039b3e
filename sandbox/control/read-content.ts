import type { Edit, NewIssue } from '../world/edit.ts';
import { asObject } from '../world/json.ts';
import type { SiteState } from '../world/site-state.ts';
import type { Addition, Edition } from './act-request.ts';
import { ControlError } from './control-error.ts';
import type { SiteNames } from './site-names.ts';

/** A new issue as the world knows it: names become ids, and what is not said is the project's first. Throws ControlError. */
export function readAddition(given: Addition, state: SiteState, names: SiteNames): NewIssue {
  const project = names.project(given.project);
  const isTask = (id: string) => asObject(state.issueTypes.get(id))?.subtask !== true;
  const type = given.type === undefined ? project.issueTypeIds.find(isTask) : names.type(given.type);
  const status = given.status === undefined ? project.statusIds[0] : names.status(given.status, project);
  const reporter = given.reporter === undefined ? [...state.users.keys()][0] : names.user(given.reporter);
  if (type === undefined || status === undefined || reporter === undefined) {
    throw new ControlError(400, `The project ${project.key} needs a type, a status and a reporter to be named.`);
  }
  const { summary, description, labels, points, fields } = given;
  const { assignee, priority, parent } = given;
  return {
    project: project.id,
    type,
    status,
    reporter,
    summary,
    ...defined({ description, labels, points, fields }),
    ...defined({
      assignee: assignee && names.user(assignee),
      priority: priority && names.priority(priority),
      parent: parent && names.issue(parent).id,
    }),
  };
}

/** An edit as the world knows it: names become ids. Throws ControlError. */
export function readEdition(given: Edition, names: SiteNames): Edit {
  const { summary, labels, points, fields, sprints, ranked, worklogSeconds } = given;
  const { status, type, priority, resolution, assignee, parent, blockedBy } = given;
  return {
    ...defined({ summary, labels, points, fields, sprints, ranked, worklogSeconds }),
    ...defined({
      status: status && names.status(status),
      type: type && names.type(type),
      priority: priority && names.priority(priority),
      resolution: resolution && names.resolution(resolution),
      assignee: assignee && names.user(assignee),
      parent: parent && names.issue(parent).id,
      blockedBy: blockedBy && names.issue(blockedBy).id,
    }),
  };
}

/** Without the members that are undefined; null stays, since it empties a field. */
function defined<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
