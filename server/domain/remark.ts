/** What somebody wrote on an issue: kept only where it says why a flag went up, and otherwise left behind by sync. */
export interface Remark {
  readonly at: Date;
  readonly authorId: string;
  /** Plain text, its beginning. */
  readonly text: string;
}
