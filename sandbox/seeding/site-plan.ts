import type { SiteCatalog } from '../world/catalog.ts';
import type { FlowProfile } from './flow-profile.ts';

/** The people of one project by what they do (account ids). */
export interface Crew {
  readonly developers: readonly string[];
  readonly testers: readonly string[];
  readonly leads: readonly string[];
}

export interface ProjectPlan {
  readonly id: string;
  readonly count: number;
  readonly crew: Crew;
  /** Issue type ids with their share; epics and subtasks have their own rules. */
  readonly types: readonly (readonly [id: string, share: number])[];
  readonly epicType: string | undefined;
  readonly subtaskType: string | undefined;
  /** Where issues move to now and then. */
  readonly movesTo: string | undefined;
  readonly boardId: number | undefined;
  /** The Team field of its issues, when the site has one: one of these names. */
  readonly teams?: { readonly fieldId: string; readonly names: readonly string[] };
}

/** All that makes a generated site. Instants in ms. */
export interface SitePlan {
  readonly catalog: SiteCatalog;
  readonly profile: FlowProfile;
  readonly projects: readonly ProjectPlan[];
  /** Days before the anchor at which the first issue comes in. */
  readonly historyDays: number;
  readonly words: Words;
  readonly labels: readonly string[];
  /** Account id of the automation app. */
  readonly automation: string;
  readonly hasPoints: boolean;
}

export interface Words {
  readonly verbs: readonly string[];
  readonly things: readonly string[];
  readonly places: readonly string[];
  readonly flagReasons: readonly string[];
  readonly comments: readonly string[];
}
