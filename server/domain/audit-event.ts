/** What is written down of a viewer, for the viewer. */
export const auditActions = [
  'SIGNED_UP',
  'SIGNED_IN',
  'SIGN_IN_FAILED',
  'SIGNED_OUT',
  'SESSION_REVOKED',
  'SESSION_STOLEN',
  'PASSWORD_CHANGED',
  'TOKEN_CREATED',
  'TOKEN_USED',
  'TOKEN_REVOKED',
  'JIRA_CONNECTED',
  'JIRA_SITE_CHOSEN',
  'JIRA_DISCONNECTED',
  'SETTINGS_CHANGED',
  'COST_MODEL_CHANGED',
  'STAGES_CHANGED',
  'TEAM_SAVED',
  'TEAM_DELETED',
  'MONTH_LOCKED',
  'MONTH_UNLOCKED',
  'EXPORT_REQUESTED',
  'EXPORT_DOWNLOADED',
  'ERASURE_REQUESTED',
  'PERSON_ERASED',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** One entry of a viewer's log. Entries are appended, numbered without a gap, and each carries the hash of the one before. */
export interface AuditEvent {
  readonly id: string;
  /** From 1. */
  readonly number: number;
  readonly at: Date;
  readonly action: AuditAction;
  /** Which one, as ids and names the viewer gave; never a secret, nor a name of a person in Jira. */
  readonly detail: string | null;
  /** Network address it came from; null for what happens by itself. */
  readonly ip: string | null;
}
