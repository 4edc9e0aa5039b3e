/**
 * Which issues. An absent (or null) part restricts nothing, an empty list selects nothing; ids are native ones, and one
 * that no issue has selects nothing. Instants are Unix seconds; spans are half-open, [from, to).
 */
export interface IssueFilter {
  /** Upper or lower case. */
  readonly keys?: readonly string[] | null;
  readonly projectIds?: readonly string[] | null;
  readonly teamIds?: readonly string[] | null;
  readonly assigneeIds?: readonly string[] | null;
  /** Today's status, and the stage it is in. */
  readonly statusIds?: readonly string[] | null;
  readonly stageIds?: readonly string[] | null;
  readonly types?: readonly string[] | null;
  /** Any of them. */
  readonly labels?: readonly string[] | null;
  readonly done?: boolean | null;
  readonly flagged?: boolean | null;
  /** Native ids of the issues whose text matches: texts are not in the flow table. */
  readonly textMatches?: ReadonlySet<string> | null;
  readonly createdFrom?: number | null;
  readonly createdTo?: number | null;
  readonly doneFrom?: number | null;
  readonly doneTo?: number | null;
}
