import type { IssueRecord } from './issue-record.ts';
import type { JsonObject } from './json.ts';

/** Something that one person did to one issue, told while it happens. A deletion is told just before the issue is gone. */
export type SiteEvent = {
  readonly issue: IssueRecord;
  /** ms since 1970; for scheduled acts the moment they were due. */
  readonly at: number;
  /** Account id. */
  readonly by: string;
} & (
  | { readonly kind: 'created' | 'deleted' }
  | {
      readonly kind: 'updated';
      /** The changelog entry that was written. */
      readonly history: JsonObject;
    }
  | {
      readonly kind: 'commented';
      /** As REST v3 serves it. */
      readonly comment: JsonObject;
    }
);

export type SiteEventListener = (event: SiteEvent) => void;
