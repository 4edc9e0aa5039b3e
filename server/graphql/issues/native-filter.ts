import type { IssueFilter as NativeFilter } from '../../analytics/issue-selection/issue-filter.ts';
import type { JiraView } from '../connection/jira-view.ts';
import type { ConnectedType } from '../shared/node-id.ts';
import type { IssueFilter } from './issue-filter.ts';

/** The filter in native ids and seconds. An id that is not this connection's matches nothing, like one that is nobody's. */
export async function nativeFilter(view: JiraView, filter: IssueFilter): Promise<NativeFilter> {
  const native = (ids: readonly string[] | null | undefined, type: ConnectedType): string[] | null =>
    ids ? view.nativeIds(ids, type) : null;
  const text = filter.text?.trim();
  return {
    keys: filter.keys ?? null,
    projectIds: native(filter.projectIds, 'Project'),
    teamIds: native(filter.teamIds, 'Team'),
    assigneeIds: native(filter.assigneeIds, 'Person'),
    statusIds: native(filter.statusIds, 'Status'),
    stageIds: native(filter.stageIds, 'Stage'),
    types: filter.types ?? null,
    labels: filter.labels ?? null,
    done: filter.done ?? null,
    flagged: filter.flagged ?? null,
    textMatches: text ? await view.reader.issueIdsMatching(text) : null,
    createdFrom: seconds(filter.createdFrom),
    createdTo: seconds(filter.createdTo),
    doneFrom: seconds(filter.doneFrom),
    doneTo: seconds(filter.doneTo),
  };
}

/** The table counts whole seconds: an instant within one lets the next one through. */
const seconds = (at: Date | null | undefined): number | null => (at ? Math.ceil(at.getTime() / 1000) : null);
