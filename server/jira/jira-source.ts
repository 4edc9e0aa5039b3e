import type { HistoryEntry } from '../domain/history.ts';
import type { IssueSource } from '../sync/source.ts';
import { accountCalls } from './accounts/account-calls.ts';
import { type AccessTokens, createJiraClient } from './http/jira-client.ts';
import { type JiraLog, silentLog } from './http/jira-log.ts';
import { pause } from './http/pause.ts';
import { type RequestBudget, unlimited } from './http/request-budget.ts';
import type { CustomFields } from './normalize/custom-fields.ts';
import { readCatalog, readProjects } from './read/catalog.ts';
import { EpicIds } from './read/epic-ids.ts';
import { customFieldsByName, namesOn, noCustomFields, readCustomFields, searchSelection } from './read/fields.ts';
import { bulkHistories, mostIds, singleHistories } from './read/histories.ts';
import { idsWithHistory } from './read/ids-with-history.ts';
import { readIssuePage } from './read/issue-page.ts';
import { issuesById } from './read/issues-by-id.ts';
import { listIssues, shownIssues } from './read/listed.ts';
import { MoreActs } from './read/more-acts.ts';
import { PageChain } from './read/page-chain.ts';
import { countUpdated, searchUpdated } from './read/search.ts';
import { tolerate } from './read/tolerate.ts';
import { webhookCalls } from './webhooks/webhook-calls.ts';

export interface JiraSourceOptions {
  /** The gateway, "https://api.atlassian.com". */
  readonly apiUrl: string;
  readonly cloudId: string;
  readonly tokens: AccessTokens;
  readonly fetch?: typeof globalThis.fetch;
  readonly now?: () => number;
  readonly random?: () => number;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log?: JiraLog;
  /** Without one, as many requests as Jira takes. */
  readonly budget?: RequestBudget;
}

/**
 * One Jira Cloud site as an issue source. Required are search/jql and the changelogs; all other readings are optional,
 * each with what takes its place: GET field where it is refused (the names in answers), project/search and status (see
 * read/catalog.ts), approximate-count (no estimate), the comments and worklogs that do not fit in an issue (those that
 * do), issue/bulkfetch (no parent), changelog/bulkfetch (changelogs one by one).
 */
export function createJiraSource(options: JiraSourceOptions): IssueSource {
  const log = options.log ?? silentLog;
  const apiUrl = options.apiUrl.replace(/\/+$/, '');
  const common = {
    tokens: options.tokens,
    fetch: options.fetch ?? globalThis.fetch,
    now: options.now ?? Date.now,
    random: options.random ?? Math.random,
    wait: options.wait ?? pause,
    log,
    budget: options.budget ?? unlimited,
  };
  const site = `${apiUrl}/ex/jira/${encodeURIComponent(options.cloudId)}/rest/api/3`;
  const client = createJiraClient({ ...common, baseUrl: site });
  // What concerns the app as a whole is asked beside the sites.
  const appClient = createJiraClient({ ...common, baseUrl: apiUrl });
  const listChain = new PageChain();
  const chain = new PageChain();
  const rest = { moreActs: new MoreActs(client, log), epicIds: new EpicIds(client, log) };
  let fields: CustomFields | null | undefined;
  let hasBulk = true;

  /** Asked once; null where the site does not give them. One that does not answer is waited for: flags would be lost for good. */
  async function customFields(signal: AbortSignal): Promise<CustomFields | null> {
    if (fields === undefined)
      fields = await tolerate(() => readCustomFields(client, signal), null, {
        name: 'fields',
        log,
        kinds: ['REFUSED', 'MALFORMED'],
      });
    return fields;
  }

  async function historiesOf(
    ids: readonly string[],
    custom: CustomFields,
    untouched: ReadonlySet<string>,
    signal: AbortSignal,
  ) {
    const bulk = hasBulk ? await bulkHistories(client, custom, ids, signal) : null;
    hasBulk = bulk !== null;
    const passedOver = bulk?.unmentioned().filter((id) => !untouched.has(id));
    const unread = passedOver ? await idsWithHistory(client, passedOver, signal) : ids;
    const single = await singleHistories(client, custom, unread, signal);
    return [...(bulk?.whole() ?? []), ...single.whole()];
  }

  return {
    usage: client.usage,
    catalog: (signal) => readCatalog(client, log, signal),
    countUpdatedSince: (updatedSince, signal) =>
      tolerate<number | null>(() => countUpdated(client, updatedSince, signal), null, { name: 'count', log }),
    async page(updatedSince, pageToken, signal) {
      const known = await customFields(signal);
      const answer = await searchUpdated(client, known, updatedSince, pageToken, signal);
      const nextPageToken = chain.next(pageToken, { ...answer, isEmpty: answer.issues.length === 0 });
      const page = await readIssuePage(answer.issues, known ?? customFieldsByName(answer.names), rest, signal);
      return { ...page, nextPageToken };
    },
    list: (pageToken, signal) => listIssues(client, listChain, pageToken, signal),
    async issues(issueIds, signal) {
      const known = await customFields(signal);
      const values = await issuesById(client, issueIds, searchSelection(known), signal);
      return readIssuePage(values, known ?? customFieldsByName(namesOn(values)), rest, signal);
    },
    shown: (issueIds, signal) => shownIssues(client, issueIds, signal),
    projectsInSight: (signal) =>
      tolerate<ReadonlySet<string> | null>(
        async () => new Set((await readProjects(client, signal)).map(({ id }) => id)),
        null,
        { name: 'projects', log, kinds: ['REFUSED', 'MALFORMED'] },
      ),
    webhooks: webhookCalls(client, options.now ?? Date.now),
    accounts: accountCalls(client, appClient),
    async histories(issueIds, signal, untouched = new Set()) {
      const custom = (await customFields(signal)) ?? noCustomFields;
      const ids = [...new Set(issueIds)];
      const all = new Map<string, readonly HistoryEntry[]>();
      for (let at = 0; at < ids.length; at += mostIds) {
        const found = await historiesOf(ids.slice(at, at + mostIds), custom, untouched, signal);
        for (const [id, entries] of found) all.set(id, entries);
      }
      return all;
    },
  };
}
