import type { IssueConnection } from '../issues/issue-node.ts';

/** A page of the issues behind a number. */
export type IssuesBehind = (first: number, after: string | null) => Promise<IssueConnection>;
