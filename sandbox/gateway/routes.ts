import { webhookRoutes } from '../webhooks/webhook-routes.ts';
import { approximateCount } from './approximate-count.ts';
import { boardConfiguration, boardSprints, boards } from './boards.ts';
import { bulkfetchChangelogs } from './bulkfetch-changelogs.ts';
import { bulkfetchIssues } from './bulkfetch-issues.ts';
import type { Route } from './gateway-call.ts';
import { issue, issueChangelog } from './issue.ts';
import { fields, priorities, statusCategories, statuses } from './lists.ts';
import { myself, userBulk, usersSearch } from './people.ts';
import { projectSearch, projectStatuses } from './projects.ts';
import { removedSearch } from './removed-search.ts';
import { searchJql } from './search-jql.ts';
import { serverInfo } from './server-info.ts';
import { issueWorklogs } from './worklogs.ts';

const work = [['read:jira-work']];
const people = [['read:jira-user']];
/** The Agile API has no classic scope (JIRA-CLOUD.md 1). */
const board = [['read:board-scope:jira-software', 'read:project:jira']];
const boardAdmin = [['read:board-scope.admin:jira-software', 'read:project:jira']];
const sprint = [['read:sprint:jira-software']];

const v3 = '/rest/api/3';
const agile = '/rest/agile/1.0';

/** Every endpoint of a site. A fixed segment stands before a parameter at the same place. */
export const routes: readonly Route[] = [
  { method: 'GET', pattern: `${v3}/search/jql`, scopes: work, answer: searchJql },
  { method: 'POST', pattern: `${v3}/search/jql`, scopes: work, answer: searchJql },
  { method: 'POST', pattern: `${v3}/search/approximate-count`, scopes: work, answer: approximateCount },
  { method: 'GET', pattern: `${v3}/search`, scopes: work, answer: removedSearch },
  { method: 'POST', pattern: `${v3}/search`, scopes: work, answer: removedSearch },
  { method: 'POST', pattern: `${v3}/changelog/bulkfetch`, scopes: work, answer: bulkfetchChangelogs },
  { method: 'POST', pattern: `${v3}/issue/bulkfetch`, scopes: work, answer: bulkfetchIssues },
  { method: 'GET', pattern: `${v3}/issue/{issueIdOrKey}`, scopes: work, answer: issue },
  { method: 'GET', pattern: `${v3}/issue/{issueIdOrKey}/changelog`, scopes: work, answer: issueChangelog },
  { method: 'GET', pattern: `${v3}/issue/{issueIdOrKey}/worklog`, scopes: work, answer: issueWorklogs },
  { method: 'GET', pattern: `${v3}/project/search`, scopes: work, answer: projectSearch },
  { method: 'GET', pattern: `${v3}/project/{projectIdOrKey}/statuses`, scopes: work, answer: projectStatuses },
  { method: 'GET', pattern: `${v3}/status`, scopes: work, answer: statuses },
  { method: 'GET', pattern: `${v3}/statuscategory`, scopes: work, answer: statusCategories },
  { method: 'GET', pattern: `${v3}/priority`, scopes: work, answer: priorities },
  { method: 'GET', pattern: `${v3}/field`, scopes: work, answer: fields },
  { method: 'GET', pattern: `${v3}/users/search`, scopes: people, answer: usersSearch },
  { method: 'GET', pattern: `${v3}/user/bulk`, scopes: people, answer: userBulk },
  { method: 'GET', pattern: `${v3}/myself`, scopes: people, answer: myself },
  { method: 'GET', pattern: `${v3}/serverInfo`, scopes: [[]], answer: serverInfo },
  { method: 'GET', pattern: `${agile}/board`, scopes: board, answer: boards },
  { method: 'GET', pattern: `${agile}/board/{boardId}/configuration`, scopes: boardAdmin, answer: boardConfiguration },
  { method: 'GET', pattern: `${agile}/board/{boardId}/sprint`, scopes: sprint, answer: boardSprints },
  ...webhookRoutes,
];
