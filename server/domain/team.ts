/** Who works on what. A project that no saved team names is a team of its own, with the project's id and name. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly projectIds: readonly string[];
  readonly memberIds: readonly string[];
}
