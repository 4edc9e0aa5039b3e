import type { FaultPlan } from '../faults/fault-plan.ts';
import type { Faults } from '../faults/faults.ts';
import type { Answer, Call } from '../http/exchange.ts';
import type { RegistrationBook } from '../webhooks/registration-book.ts';
import type { Account } from '../world/account.ts';
import type { SiteState } from '../world/site-state.ts';
import type { SiteView } from '../world/site-view.ts';
import type { Zone } from '../world/zone.ts';
import type { SearchMemory } from './search-memory.ts';

/** A request that has passed the gateway: whose it is, of which site, with the parts of its path. */
export interface GatewayCall extends Call {
  readonly state: SiteState;
  /** The site as the caller is shown it. */
  readonly view: SiteView;
  readonly account: Account;
  /** The zone of the caller's profile. */
  readonly zone: Zone;
  readonly params: Readonly<Record<string, string>>;
  readonly plan: FaultPlan;
  readonly faults: Faults;
  readonly memory: SearchMemory;
  /** The app that asks, and the webhooks of all apps. */
  readonly clientId: string;
  readonly webhooks: RegistrationBook;
  /** Path below the cloud id, as errors quote it. */
  readonly apiPath: string;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `{name}` stands for one segment. */
  readonly pattern: string;
  /** Any one of these sets must be granted in full: classic scopes, or granular ones. */
  readonly scopes: readonly (readonly string[])[];
  readonly answer: (call: GatewayCall) => Answer;
}
