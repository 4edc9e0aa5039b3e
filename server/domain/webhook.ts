/** Jira's promise to tell of changes as they happen. */
export interface Webhook {
  /** Jira's own id. */
  readonly id: string;
  readonly expiresAt: Date;
  /** Which issues it is about, as JQL. */
  readonly filter: string;
}

/** How a connection stands with its webhook. */
export interface WebhookState {
  readonly webhook: Webhook | null;
  readonly lastReceivedAt: Date | null;
  /** Why there is none, for the person; null while there is one, or none has been tried yet. */
  readonly problem: string | null;
}
