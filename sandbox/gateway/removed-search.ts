import { jiraError } from '../http/answers.ts';
import type { Answer } from '../http/exchange.ts';

/** The old /search is gone for good [recorded, JIRA-CLOUD.md 2.1]. */
export function removedSearch(): Answer {
  return jiraError(
    410,
    'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046',
  );
}
