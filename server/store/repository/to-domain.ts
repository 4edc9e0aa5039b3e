import type { AccessToken } from '../../domain/access-token.ts';
import type { Action } from '../../domain/action.ts';
import type { JiraConnection } from '../../domain/jira-connection.ts';
import type { SyncRun } from '../../domain/sync-run.ts';
import type { AccessTokenRow, ActionRow, ConnectionRow, SyncRunRow } from '../models/rows.ts';
import type { Stored } from '../owned/owned-collection.ts';

/** A stored connection in the field's words: what fences and leases it stays in the store. */
export function toJiraConnection(row: Stored<ConnectionRow>): JiraConnection {
  return {
    id: row._id.toHexString(),
    status: row.status,
    site: row.site,
    availableSites: row.availableSites,
    grantedScopes: row.grantedScopes,
    connectedAt: row.connectedAt,
    stages: row.stages,
    stagesEdited: row.stagesEdited,
    teams: row.teams,
    asOf: row.asOf,
    lastSuccessAt: row.lastSuccessAt,
    nextRunAt: row.nextRunAt,
    changedAt: row.changedAt ?? null,
    reconcileAt: row.reconcileAt ?? null,
    completeness: row.completeness ?? null,
    webhookState: {
      webhook: row.webhook ?? null,
      lastReceivedAt: row.webhookReceivedAt ?? null,
      problem: row.webhookProblem ?? null,
    },
    issueCount: row.issueCount,
    quarantinedCount: row.quarantinedCount ?? 0,
    flowVersion: row.flowVersion,
    // Rows of earlier versions have none.
    catalogVersion: row.catalogVersion ?? 0,
    settingsVersion: row.settingsVersion ?? 0,
  };
}

/** A stored action without what it was asked for with, and whose it is. */
export function toAction(row: Stored<ActionRow>): Action {
  return {
    id: row._id.toHexString(),
    title: row.title,
    note: row.note,
    state: row.state,
    origin: row.origin,
    metric: row.metric,
    stageId: row.stageId,
    teamId: row.teamId,
    ownerId: row.ownerId,
    target: row.target,
    dueOn: row.dueOn,
    reviewOn: row.reviewOn,
    createdAt: row.createdAt,
    begunAt: row.begunAt,
    dismissReason: row.dismissReason,
    version: row.version,
    baseline: row.baseline,
    outcome: row.outcome,
  };
}

/** A stored token without what proves it. */
export const toAccessToken = (row: Stored<AccessTokenRow>): AccessToken => ({
  id: row._id.toHexString(),
  name: row.name,
  scopes: row.scopes,
  createdAt: row.createdAt,
  lastUsedAt: row.lastUsedAt,
  expiresAt: row.expiresAt,
});

/** A stored run without its checkpoint and whose it is. */
export function toSyncRun(row: Stored<SyncRunRow>): SyncRun {
  return {
    id: row._id.toHexString(),
    mode: row.mode,
    // Rows of earlier versions have neither trigger nor faults.
    trigger: row.trigger ?? 'CLOCK',
    faults: row.faults ?? {},
    state: row.state,
    phase: row.phase,
    requestedAt: row.requestedAt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    issuesDone: row.issuesDone,
    issuesTotal: row.issuesTotal,
    issuesChanged: row.issuesChanged,
    issuesRemoved: row.issuesRemoved,
    requests: row.requests,
    retries: row.retries,
    waitingUntil: row.waitingUntil,
    quarantined: row.quarantined,
    error: row.error,
  };
}
