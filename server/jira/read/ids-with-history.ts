import { z } from 'zod';
import type { JiraClient } from '../http/jira-client.ts';
import { nativeId } from '../normalize/text.ts';
import { bulkIssues, mostIssues } from './issues-by-id.ts';

const withChangelog = z.object({
  id: nativeId,
  changelog: z.object({ total: z.number().catch(0).default(0), histories: z.array(z.unknown()) }),
});

/**
 * Of these issues, those that have a changelog or may have: the ones of which Jira does not say that it is empty. Asked
 * for when a bulk answer does not mention an issue, for those leave issues out without a word (JIRA-CLOUD.md 2.2).
 */
export async function idsWithHistory(
  client: JiraClient,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const without = new Set<string>();
  for (let at = 0; at < ids.length; at += mostIssues) {
    const asked = ids.slice(at, at + mostIssues);
    for (const value of await bulkIssues(client, asked, { fields: ['updated'], expand: 'changelog' }, signal)) {
      const read = withChangelog.safeParse(value);
      if (!read.success) continue;
      const { id, changelog } = read.data;
      if (changelog.total === 0 && changelog.histories.length === 0) without.add(id);
    }
  }
  return ids.filter((id) => !without.has(id));
}
