/**
 * One entry of an issue's changelog: everything one person changed at one moment.
 * Order entries by `at`, then by numeric `id`, then items by their position (METRICS: "Order").
 */
export interface HistoryEntry {
  readonly id: string;
  /** Full timestamp, milliseconds kept. */
  readonly at: Date;
  readonly authorId: string | null;
  readonly items: readonly HistoryItem[];
}

/**
 * One changed field. `field` is the lower-cased `fieldId ?? field` of Jira ("status", "assignee", "flagged", "project",
 * "key", "link", "resolution", "labels", "sprint" …; a custom field keeps its id, but the flag and the sprint field are
 * always called "flagged" and "sprint" here).
 * `from`/`to` are ids, `fromName`/`toName` the names at that time; both sides may be missing in real data.
 * Names are kept only for fields whose values are not personal and not prose; people appear by account id alone.
 */
export interface HistoryItem {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly fromName: string | null;
  readonly toName: string | null;
}
