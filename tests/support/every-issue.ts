import type { Person } from './person.ts';

/** An issue as the API tells of it. */
export interface Told {
  readonly key: string;
  readonly type: string;
  readonly createdAt: string;
  readonly doneAt: string | null;
  readonly startedAt: string | null;
  readonly cycleTime: { readonly seconds: number } | null;
  readonly timeline: readonly { readonly from: string; readonly statusNameThen: string; readonly kind: string }[];
}

interface TellingPage {
  readonly nodes: readonly Told[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const query = `query ($after: String) { viewer { jiraConnection { issues(first: 100, after: $after, orderBy: { field: KEY, direction: ASC }) {
  nodes { key type createdAt startedAt doneAt cycleTime(clock: CALENDAR) { seconds } timeline(clock: CALENDAR) { from statusNameThen kind } }
  pageInfo { hasNextPage endCursor } } } } }`;

/** All issues of the person's connection, page after page, by key. */
export async function everyIssue(person: Person): Promise<Told[]> {
  const told: Told[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: { viewer: { jiraConnection: { issues: TellingPage } } } = await person.get(query, { after });
    const { nodes, pageInfo } = answer.viewer.jiraConnection.issues;
    told.push(...nodes);
    if (!pageInfo.hasNextPage) return told;
    after = pageInfo.endCursor;
  }
}
