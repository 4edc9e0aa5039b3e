import { answerCall } from './answer-call.ts';
import { answerControl } from './control/answer-control.ts';
import { VirtualClock } from './control/virtual-clock.ts';
import { Faults } from './faults/faults.ts';
import { Gateway } from './gateway/gateway.ts';
import { Journal } from './http/journal.ts';
import { listen } from './http/listen.ts';
import { makeSites, type SiteSource } from './make-sites.ts';
import { defaultClient, type OAuthClient } from './oauth/default-client.ts';
import { GrantBook } from './oauth/grant-book.ts';
import { AccountStatuses } from './privacy/account-statuses.ts';
import type { DeliveryLimits } from './webhooks/courier.ts';
import { Webhooks } from './webhooks/webhooks.ts';
import { World } from './world/world.ts';

export interface SandboxOptions extends SiteSource {
  /** 0 for any free one. */
  readonly port: number;
  readonly host?: string;
  /** What the sandbox's own clock runs like, ms since 1970. */
  readonly clock?: () => number;
  readonly seed?: number;
  readonly client?: OAuthClient;
  /** How webhooks are delivered; what is absent is as at Atlassian. */
  readonly webhooks?: Partial<DeliveryLimits>;
}

export interface Sandbox {
  /** Stands for auth.atlassian.com and api.atlassian.com alike. */
  readonly url: string;
  readonly world: World;
  readonly journal: Journal;
  readonly faults: Faults;
  /** Ends grants as a person can at Atlassian. */
  readonly grants: GrantBook;
  /** What everything here goes by. What falls due by putting it forward happens at once. */
  readonly clock: VirtualClock;
  readonly webhooks: Webhooks;
  /** Whose personal data have changed or have to go. */
  readonly accounts: AccountStatuses;
  close(): Promise<void>;
}

/** How often a living world that nobody asks anything moves on by itself, so that its webhooks come in time. */
const pulseMs = 2_000;

/** Starts a Jira Cloud of its own on this machine. Throws SandboxFileError for a file that cannot be served. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { host = '127.0.0.1', seed = 2026, client = defaultClient, stateFolder } = options;
  const clock = new VirtualClock(options.clock ?? Date.now);
  const world = new World(makeSites(options, clock.now, seed));
  const grants = new GrantBook(stateFolder, clock.now);
  const [journal, faults] = [new Journal(), new Faults()];
  faults.onVoidAccessTokens(() => grants.voidAccessTokens());
  const accounts = new AccountStatuses(clock.now);
  const webhooks = new Webhooks({
    clock: clock.now,
    seed,
    stateFolder,
    client,
    grants,
    faults,
    limits: options.webhooks,
  });
  const gateway = new Gateway(world, grants, faults, webhooks.book);
  webhooks.listenTo(world, gateway.views);

  const moveOn = () => {
    world.advance(clock.now());
    webhooks.wake();
  };
  clock.onAdvance(moveOn);
  const control = { world, clock, faults, journal, grants, webhooks, accounts };
  const { server, port } = await listen({
    port: options.port,
    host,
    clock: clock.now,
    faults,
    journal,
    answer: (call) => {
      if (call.path.startsWith('/sandbox/')) return answerControl(call, control);
      world.advance(call.at);
      return answerCall(call, { client, world, grants, faults, gateway, accounts });
    },
  });
  const pulse = options.live ? setInterval(moveOn, pulseMs).unref() : undefined;
  const close = async () => {
    clearInterval(pulse);
    await webhooks.close();
    await new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    });
  };
  return { url: `http://localhost:${port}`, world, journal, faults, grants, clock, webhooks, accounts, close };
}
