import { z } from 'zod';
import type { Project } from '../../domain/project.ts';
import type { Status } from '../../domain/status.ts';
import { type Catalog, SourceError } from '../../sync/source.ts';
import type { JiraClient } from '../http/jira-client.ts';
import type { JiraLog } from '../http/jira-log.ts';
import { readProject } from '../normalize/project.ts';
import { readStatus } from '../normalize/status.ts';
import { beanPages } from './bean-pages.ts';
import { parseAnswer } from './parse-answer.ts';
import { tolerate } from './tolerate.ts';

/**
 * Projects and statuses. Both readings are optional, since pages of issues carry their own projects and statuses: where
 * project/search fails there are no projects, where /status fails the workflows of the projects are read instead. Only
 * when those cannot be read either and Jira may just be out of order does it throw: an empty list of statuses would
 * make all of them look deleted.
 */
export async function readCatalog(client: JiraClient, log: JiraLog, signal: AbortSignal): Promise<Catalog> {
  const projects = await tolerate(() => readProjects(client, signal), [], { name: 'projects', log });
  let statuses: readonly Status[];
  try {
    statuses = await readStatuses(client, signal);
  } catch (error) {
    if (!(error instanceof SourceError) || error.kind === 'BUSY' || error.kind === 'GRANT_REVOKED') throw error;
    log.warn({ reading: 'statuses', kind: error.kind }, 'Reading the statuses of each project instead');
    statuses = await statusesOfProjects(client, log, projects, signal);
    if (statuses.length === 0 && error.kind === 'UNAVAILABLE') throw error;
  }
  return { projects, statuses };
}

/** Every project the connected account may see, archived ones too. */
export async function readProjects(client: JiraClient, signal: AbortSignal): Promise<Project[]> {
  const pages = beanPages(
    client,
    {
      name: 'GET project/search',
      path: 'project/search?status=live&status=archived&orderBy=key',
      list: 'values',
      pageSize: 100,
      mostPages: 1_000,
    },
    signal,
  );
  const projects = new Map<string, Project>();
  for await (const page of pages) {
    for (const project of page.map(readProject)) if (project) projects.set(project.id, project);
  }
  return [...projects.values()];
}

async function readStatuses(client: JiraClient, signal: AbortSignal): Promise<Status[]> {
  const name = 'GET status';
  const answer = parseAnswer(z.array(z.unknown()), await client.ask({ name, path: 'status' }, signal), name);
  return uniqueById(answer.map(readStatus));
}

const issueTypes = z.array(z.object({ statuses: z.array(z.unknown()).catch([]).default([]) }));
/** One request each. */
const mostProjects = 200;

async function statusesOfProjects(
  client: JiraClient,
  log: JiraLog,
  projects: readonly Project[],
  signal: AbortSignal,
): Promise<Status[]> {
  const name = 'GET project/{id}/statuses';
  const found: (Status | null)[] = [];
  for (const project of projects.filter(({ archived }) => !archived).slice(0, mostProjects)) {
    const path = `project/${encodeURIComponent(project.id)}/statuses`;
    const read = async () => parseAnswer(issueTypes, await client.ask({ name, path }, signal), name);
    const types = await tolerate(read, null, { name, log });
    if (types === null) break;
    for (const type of types) found.push(...type.statuses.map(readStatus));
  }
  return uniqueById(found);
}

function uniqueById(statuses: readonly (Status | null)[]): Status[] {
  return [...new Map(statuses.flatMap((status) => (status ? [[status.id, status] as const] : []))).values()];
}
