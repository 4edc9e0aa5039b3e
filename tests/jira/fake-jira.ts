import { expect } from 'vitest';
import type { JiraLog } from '../../server/jira/http/jira-log.ts';
import { createJiraSource, type JiraSourceOptions } from '../../server/jira/jira-source.ts';
import { hasOpenApi, validateRequest } from '../support/openapi.ts';

export interface FakeRequest {
  readonly method: string;
  /** Below /rest/api/3, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly token: string;
}
export type FakeAnswer = Response | object | readonly unknown[];

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
export const html = (status: number): Response =>
  new Response('<!DOCTYPE html><title>Page unavailable</title>', { status, headers: { 'content-type': 'text/html' } });

/**
 * A source whose fetch is answered by `answer`. Every request is held against Atlassian's OpenAPI file where that is at
 * hand. What would be waited for is written down instead.
 */
export function sourceOn(
  answer: (request: FakeRequest, count: number) => FakeAnswer,
  options: Partial<JiraSourceOptions> = {},
) {
  const requests: FakeRequest[] = [];
  const waits: number[] = [];
  const logged: string[] = [];
  const log: JiraLog = { warn: (details, message) => logged.push(`${JSON.stringify(details)} ${message}`) };
  const fetch = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(String(input));
    const [, path = ''] = url.pathname.split('/ex/jira/cloud-1/rest/api/3/');
    const request: FakeRequest = {
      method: init.method ?? 'GET',
      path,
      query: url.searchParams,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      token: new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? '',
    };
    // Soft, for what this fetch throws is a lost connection to the source.
    if (hasOpenApi) expect.soft(validateRequest(request.method, url.pathname, request.query, request.body)).toEqual([]);
    requests.push(request);
    const answered = answer(request, requests.length);
    return answered instanceof Response ? answered : json(200, answered);
  };
  const source = createJiraSource({
    apiUrl: 'https://api.example.com',
    cloudId: 'cloud-1',
    tokens: { current: async () => 'token-1', renewed: async () => 'token-2' },
    fetch: fetch as typeof globalThis.fetch,
    now: () => Date.UTC(2026, 10, 23, 12, 30),
    random: () => 0.5,
    wait: async (ms) => {
      waits.push(ms);
    },
    log,
    ...options,
  });
  return { source, requests, waits, logged };
}

export const signal = new AbortController().signal;

/** An issue as search/jql answers it. */
export function issueJson(
  id: number,
  fields: Record<string, unknown> = {},
): { id: string; key: string; fields: object } {
  return {
    id: String(id),
    key: `QS-${id}`,
    fields: {
      summary: `Issue ${id}`,
      project: { id: '10000', key: 'QS', name: 'Quantum Sprout' },
      issuetype: { id: '10001', name: 'Bug', subtask: false },
      status: { id: '3', name: 'In Progress', statusCategory: { id: 4, key: 'indeterminate', name: 'In Progress' } },
      created: '2026-09-01T10:00:00.000+0200',
      updated: '2026-09-02T10:00:00.123+0200',
      ...fields,
    },
  };
}

export const fieldsJson = [
  { id: 'summary', name: 'Summary', schema: { type: 'string', system: 'summary' } },
  { id: 'customfield_10021', name: 'Flagged', schema: { type: 'array', custom: 'x:multicheckboxes' } },
  {
    id: 'customfield_10020',
    name: 'Sprint',
    schema: { type: 'array', custom: 'com.pyxis.greenhopper.jira:gh-sprint' },
  },
  { id: 'customfield_10014', name: 'Epos', schema: { type: 'any', custom: 'com.pyxis.greenhopper.jira:gh-epic-link' } },
  {
    id: 'customfield_10016',
    name: 'Schätzung',
    untranslatedName: 'Story point estimate',
    schema: { type: 'number', custom: 'com.pyxis.greenhopper.jira:jsw-story-points' },
  },
];
