import { z } from 'zod';
import type { JiraClient } from '../http/jira-client.ts';
import { type CustomFields, findCustomFields, readField } from '../normalize/custom-fields.ts';
import { parseAnswer } from './parse-answer.ts';

/** The custom fields of the site with a meaning to flow. */
export async function readCustomFields(client: JiraClient, signal: AbortSignal): Promise<CustomFields> {
  const name = 'GET field';
  const answer = parseAnswer(z.array(z.unknown()), await client.ask({ name, path: 'field' }, signal), name);
  return findCustomFields(answer.map(readField).filter((field) => field !== null));
}

/** The same from the `names` of a search answer, for a site that does not give its list of fields. */
export function customFieldsByName(names: Readonly<Record<string, string>>): CustomFields {
  return findCustomFields(Object.entries(names).map(([id, name]) => ({ id, name, schemaType: '' })));
}

const named = z.object({ names: z.record(z.string(), z.string()) });

/** The names of fields that issues come with when they are asked for by id. */
export function namesOn(issues: readonly unknown[]): Record<string, string> {
  return Object.assign({}, ...issues.map((issue) => named.safeParse(issue).data?.names));
}

export const noCustomFields: CustomFields = { flagged: [], sprint: [], epicLink: [], storyPoints: [] };

const always = [
  ...['summary', 'project', 'issuetype', 'status', 'priority', 'resolution', 'resolutiondate'],
  ...['assignee', 'reporter', 'parent', 'labels', 'created', 'updated', 'comment', 'worklog'],
];

/**
 * What a search asks for: nothing that is not used, so never descriptions. Where the list of fields is not known, all
 * fields but the long texts, with their names.
 */
export function searchSelection(custom: CustomFields | null): { fields: string[]; expand?: string } {
  if (!custom) return { fields: ['*navigable', ...always, '-description', '-environment'], expand: 'names' };
  const { flagged, sprint, epicLink, storyPoints } = custom;
  return { fields: [...new Set([...always, ...flagged, ...sprint, ...epicLink, ...storyPoints])] };
}
