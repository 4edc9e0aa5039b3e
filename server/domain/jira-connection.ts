import type { Stage } from './stage.ts';
import type { SyncCompleteness } from './sync-completeness.ts';
import type { Team } from './team.ts';
import type { WebhookState } from './webhook.ts';

export type JiraConnectionStatus = 'CHOOSING_SITE' | 'CONNECTED' | 'NEEDS_RECONNECT' | 'DISCONNECTING';

/** A Jira Cloud site a grant covers. `cloudId` is stable, name and url are not. */
export interface JiraSite {
  readonly cloudId: string;
  readonly name: string;
  readonly url: string;
  readonly avatarUrl: string | null;
}

/** A viewer's connection to one Jira site, with the workflow and teams they have described for it. */
export interface JiraConnection {
  readonly id: string;
  readonly status: JiraConnectionStatus;
  readonly site: JiraSite | null;
  readonly availableSites: readonly JiraSite[];
  readonly grantedScopes: readonly string[];
  readonly connectedAt: Date;
  readonly stages: readonly Stage[];
  /** True once the viewer has edited the stages; until then sync keeps them in step with Jira's workflow. */
  readonly stagesEdited: boolean;
  /** Saved teams only. */
  readonly teams: readonly Team[];
  /** Moment up to which the store was last brought up to date; null before the first page has arrived. */
  readonly asOf: Date | null;
  readonly lastSuccessAt: Date | null;
  readonly nextRunAt: Date | null;
  /** When what is stored last changed; null before the first page. */
  readonly changedAt: Date | null;
  /** When every id is compared next; null before the first sync has ended. */
  readonly reconcileAt: Date | null;
  /** Null until a sweep has been completed. */
  readonly completeness: SyncCompleteness | null;
  readonly webhookState: WebhookState;
  readonly issueCount: number;
  /** Issues that could not be stored. */
  readonly quarantinedCount: number;
  /** Rises with every change of the flow table. */
  readonly flowVersion: number;
  /** Rises with every change of the viewer's settings: what figures depend on is all told by this one row. */
  readonly settingsVersion: number;
  /** Rises whenever projects or statuses may have changed. */
  readonly catalogVersion: number;
}
