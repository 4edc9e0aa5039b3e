import type { Faults } from '../faults/faults.ts';
import type { Views } from '../gateway/views.ts';
import type { OAuthClient } from '../oauth/default-client.ts';
import type { GrantBook } from '../oauth/grant-book.ts';
import { Draw } from '../seeding/draw.ts';
import type { World } from '../world/world.ts';
import { Announcer } from './announcer.ts';
import { Courier, type DeliveryLimits, realLimits } from './courier.ts';
import { type DeliveryEntry, DeliveryLog } from './delivery-log.ts';
import { RegistrationBook } from './registration-book.ts';
import type { Registration } from './registration-file.ts';

export interface WebhookParts {
  readonly clock: () => number;
  readonly seed: number;
  readonly stateFolder: string | undefined;
  readonly client: OAuthClient;
  readonly grants: GrantBook;
  readonly faults: Faults;
  /** What is absent is as at Atlassian. */
  readonly limits: Partial<DeliveryLimits> | undefined;
}

/** The dynamic webhooks of a sandbox: what is registered, and what of it was delivered. */
export class Webhooks {
  readonly book: RegistrationBook;
  readonly #log = new DeliveryLog();
  readonly #courier: Courier;

  constructor(parts: WebhookParts) {
    const draw = new Draw(parts.seed);
    this.book = new RegistrationBook(parts.stateFolder, parts.clock);
    this.#courier = new Courier({
      clock: parts.clock,
      random: () => draw.next(),
      limits: { ...realLimits, ...parts.limits },
      faults: () => parts.faults.plan.webhooks,
      secret: parts.client.secret,
      isGranted: ({ clientId, account, siteId }) => parts.grants.isGranted(clientId, account, siteId),
      log: this.#log,
    });
  }

  /** Those that have not ended. */
  get registrations(): readonly Registration[] {
    return this.book.all;
  }

  /** The last thousand attempts, oldest first. */
  get deliveries(): readonly DeliveryEntry[] {
    return this.#log.entries;
  }

  /** From now on tells of everything that happens in a world, to each account what it is shown. */
  listenTo(world: World, views: Views): void {
    const announcer = new Announcer(this.book, views, (delivery) => this.#courier.send(delivery));
    for (const site of world.sites) site.onAct((event) => announcer.hear(site, event));
  }

  /** Makes the attempts that have become due by the sandbox's clock. */
  wake(): void {
    this.#courier.wake();
  }

  /** Resolves when every attempt that is due has ended; what waits for a later one goes on waiting. */
  settled(): Promise<void> {
    return this.#courier.settled();
  }

  /** Drops what is pending. */
  close(): Promise<void> {
    return this.#courier.close();
  }
}
