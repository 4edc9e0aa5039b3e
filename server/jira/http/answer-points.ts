/** Members of an answer that hold what it is charged by. */
const lists = ['issues', 'values', 'issueChangeLogs', 'comments', 'worklogs'] as const;

/** What Jira charges an answer beyond the request: a point for each object in it (JIRA-CLOUD.md 2.7). */
export function pointsOf(answer: unknown): number {
  if (Array.isArray(answer)) return answer.length;
  if (typeof answer !== 'object' || answer === null) return 0;
  for (const name of lists) {
    const list: unknown = (answer as Record<string, unknown>)[name];
    if (Array.isArray(list)) return list.length;
  }
  return 0;
}
