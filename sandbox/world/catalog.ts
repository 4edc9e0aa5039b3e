import type { JsonObject } from './json.ts';

/** A status as the site knows it. A deleted one is named by old history only, and served nowhere. */
export interface StatusEntry {
  readonly id: string;
  /** As GET /status serves it. */
  readonly json: JsonObject;
  readonly deleted?: boolean;
  /** The name the changelog quotes for changes before `until` (ms). */
  readonly formerly?: { readonly name: string; readonly until: number };
}

export interface ProjectEntry {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** As GET /project/search serves it. */
  readonly json: JsonObject;
  readonly issueTypeIds: readonly string[];
  /** Ids of the statuses of its workflow, in board order. */
  readonly statusIds: readonly string[];
}

/** A sprint; its state follows from the clock. Instants in ms. */
export interface SprintEntry {
  readonly id: number;
  readonly boardId: number;
  readonly name: string;
  readonly goal: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface BoardEntry {
  readonly id: number;
  readonly type: 'scrum' | 'kanban' | 'simple';
  readonly name: string;
  readonly projectId: string;
  readonly columns: readonly { readonly name: string; readonly statusIds: readonly string[]; readonly max?: number }[];
  /** Custom field that holds the estimate, where the board has one. */
  readonly estimationFieldId?: string;
}

/** All of a site that is not an issue. */
export interface SiteCatalog {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly timeZone: string;
  /** Names of the demo accounts that see the site. */
  readonly accounts: readonly string[];
  readonly users: readonly JsonObject[];
  readonly statuses: readonly StatusEntry[];
  readonly issueTypes: readonly JsonObject[];
  readonly priorities: readonly JsonObject[];
  readonly resolutions: readonly JsonObject[];
  readonly fields: readonly JsonObject[];
  readonly projects: readonly ProjectEntry[];
  readonly boards: readonly BoardEntry[];
  readonly sprints: readonly SprintEntry[];
}
