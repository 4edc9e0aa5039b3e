/** A Jira project the connecting person may see. */
export interface Project {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly archived: boolean;
}
