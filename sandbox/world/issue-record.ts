import type { JsonObject } from './json.ts';

export interface IssueLink {
  readonly id: string;
  readonly otherId: string;
  /** `outward`: this issue blocks the other one; `inward`: the other one blocks this. */
  readonly direction: 'outward' | 'inward';
}

/** An issue as it is now, with all that happened to it. Instants in ms. */
export interface IssueRecord {
  readonly id: string;
  readonly createdAt: number;
  key: string;
  updatedAt: number;
  /** As REST serves them, but for what `renderIssue` works out at reading: parent, subtasks, links, sprints. */
  fields: JsonObject;
  /** Changelog entries, oldest first, and the instant of each at the same index. */
  readonly histories: JsonObject[];
  readonly historyAt: number[];
  parentId?: string | null;
  readonly childIds: string[];
  links?: IssueLink[];
  sprintIds?: number[];
  /** The last rendering, kept until something it shows changes. */
  rendered?: { readonly selection: string; readonly json: string } | undefined;
}
