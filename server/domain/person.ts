/** A person of the connected Jira. `id` is the Atlassian account id; the other fields are personal data. */
export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly active: boolean;
  readonly avatarUrl: string | null;
}
