export const dataRequestKinds = ['EXPORT', 'ERASE'] as const;
export type DataRequestKind = (typeof dataRequestKinds)[number];

export const dataRequestStatuses = ['QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'REFUSED'] as const;
export type DataRequestStatus = (typeof dataRequestStatuses)[number];

/** Whose personal fields: the viewer's own, or those of a person in Jira, by account id. */
export type DataSubject = { readonly of: 'VIEWER' } | { readonly of: 'PERSON'; readonly personId: string };

/** How far a request has come in one store. */
export interface DataRequestStep {
  /** As the receipt names it: "people", "issues". */
  readonly store: string;
  readonly rows: number;
  readonly done: boolean;
}

/** What was done, for the file of who asked. */
export interface DataReceipt {
  /** Hex, of the archive or, for an erasure, of the counts and the pseudonym. */
  readonly sha256: string;
  readonly completedAt: Date;
  readonly counts: readonly { readonly store: string; readonly rows: number }[];
}

/** A request about personal data, as the GDPR grants it (articles 15, 17 and 20). */
export interface DataRequest {
  readonly id: string;
  readonly kind: DataRequestKind;
  readonly subject: DataSubject;
  readonly status: DataRequestStatus;
  readonly requestedAt: Date;
  /** A month later: until then the law wants an answer. */
  readonly dueBy: Date;
  readonly steps: readonly DataRequestStep[];
  readonly receipt: DataReceipt | null;
  /** Until when the archive can be fetched; null without one, or once it has been. */
  readonly downloadExpiresAt: Date | null;
  /** Why it failed or was refused. */
  readonly reason: string | null;
}
