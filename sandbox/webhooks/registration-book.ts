import { type Registration, type Registrations, readRegistrations, writeRegistrations } from './registration-file.ts';

/** Webhooks belong to an app, a user and a site together, and nobody else sees them. */
export interface WebhookOwner {
  readonly clientId: string;
  readonly account: string;
  readonly siteId: string;
}

export type NewRegistration = Pick<
  Registration,
  'url' | 'events' | 'jqlFilter' | 'fieldIdsFilter' | 'issuePropertyKeysFilter'
>;

const lifeMs = 30 * 86_400_000;
/** For an app, a user and a site (JIRA-CLOUD.md 2.6). */
export const mostPerOwner = 5;

/** The dynamic webhooks of all apps. They end after 30 days unless they are refreshed, and survive a restart in `folder`. */
export class RegistrationBook {
  readonly #folder: string | undefined;
  readonly #clock: () => number;
  readonly #kept: Registrations;

  constructor(folder: string | undefined, clock: () => number) {
    this.#folder = folder;
    this.#clock = clock;
    this.#kept = readRegistrations(folder);
  }

  /** All that have not ended. */
  get all(): readonly Registration[] {
    return this.aliveAt(this.#clock());
  }

  /** All that had not ended at `at` (ms), as far as they are still kept. */
  aliveAt(at: number): readonly Registration[] {
    return this.#kept.all.filter((entry) => entry.expiresAt > at);
  }

  of(owner: WebhookOwner): readonly Registration[] {
    return this.all.filter((entry) => isOwnedBy(entry, owner));
  }

  add(owner: WebhookOwner, fresh: NewRegistration): Registration {
    const { clientId, account, siteId } = owner;
    const key = `${clientId} ${account} ${siteId}`;
    const id = (this.#kept.lastIds[key] ?? 0) + 1;
    const registration = { id, clientId, account, siteId, ...fresh, expiresAt: this.#clock() + lifeMs };
    this.#kept.lastIds[key] = id;
    this.#kept.all.push(registration);
    this.#save();
    return registration;
  }

  /** Gives 30 days more to those of the owner's that are named and alive; gives the moment (ms) at which they end. */
  refresh(owner: WebhookOwner, ids: readonly number[]): number {
    const expiresAt = this.#clock() + lifeMs;
    for (const entry of this.of(owner)) if (ids.includes(entry.id)) entry.expiresAt = expiresAt;
    this.#save();
    return expiresAt;
  }

  remove(owner: WebhookOwner, ids: readonly number[]): void {
    this.#kept.all = this.#kept.all.filter((entry) => !isOwnedBy(entry, owner) || !ids.includes(entry.id));
    this.#save();
  }

  #save(): void {
    this.#kept.all = [...this.all];
    writeRegistrations(this.#folder, this.#kept);
  }
}

function isOwnedBy(entry: Registration, owner: WebhookOwner): boolean {
  return entry.clientId === owner.clientId && entry.account === owner.account && entry.siteId === owner.siteId;
}
