import { Faults } from './faults/faults.ts';
import { bearerToken, Gateway } from './gateway/gateway.ts';
import { jsonAnswer, problem } from './http/answers.ts';
import { answerControl } from './http/control.ts';
import type { Answer, Call } from './http/exchange.ts';
import { Journal } from './http/journal.ts';
import { listen } from './http/listen.ts';
import { accessibleResources } from './oauth/accessible-resources.ts';
import { authorize } from './oauth/authorize.ts';
import { defaultClient, type OAuthClient } from './oauth/default-client.ts';
import { GrantBook } from './oauth/grant-book.ts';
import { token } from './oauth/token.ts';
import { keepAnchor } from './seeding/anchor.ts';
import { builtInSites } from './seeding/built-in-sites.ts';
import { readSites } from './served/read-sites.ts';
import { type SandboxSite, sandboxSite } from './served/sandbox-site.ts';
import { serveSite } from './served/serve-site.ts';
import type { SiteWorld } from './world/site-world.ts';
import { World } from './world/world.ts';

export interface SandboxOptions {
  /** 0 for any free one. */
  readonly port: number;
  readonly host?: string;
  /** Instead of the generated sites. */
  readonly sites?: readonly SandboxSite[];
  /** A .json or .jsonl file to serve instead of the generated sites. */
  readonly dataFile?: string | undefined;
  /** Where the anchor and the grants are kept over a restart; nothing is kept without. */
  readonly stateFolder?: string | undefined;
  /** ms since 1970. */
  readonly clock?: () => number;
  readonly seed?: number;
  /** Whether generated issues go on moving after the anchor. */
  readonly live?: boolean;
  readonly client?: OAuthClient;
}

export interface Sandbox {
  /** Stands for auth.atlassian.com and api.atlassian.com alike. */
  readonly url: string;
  readonly world: World;
  readonly journal: Journal;
  readonly faults: Faults;
  /** Ends grants as a person can at Atlassian. */
  readonly grants: GrantBook;
  close(): Promise<void>;
}

/** Starts a Jira Cloud of its own on this machine. Throws SandboxFileError for a file that cannot be served. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { host = '127.0.0.1', clock = Date.now, seed = 2026, client = defaultClient, stateFolder } = options;
  const world = new World(makeSites(options, clock, seed));
  const grants = new GrantBook(stateFolder, clock);
  const [journal, faults] = [new Journal(), new Faults()];
  const gateway = new Gateway(world, grants, faults);

  const answer = (call: Call): Answer => {
    const isPost = call.method === 'POST';
    if (call.path.startsWith('/sandbox/')) return answerControl(call, faults, journal);
    world.advance(call.at);
    if (call.path === '/authorize' && (isPost || call.method === 'GET'))
      return authorize(call, { client, world, grants });
    if (call.path === '/oauth/token' && isPost) return token(call, client, grants, faults);
    if (call.path === '/oauth/token/accessible-resources' && call.method === 'GET') {
      const bearer = grants.bearer(bearerToken(call));
      return bearer ? accessibleResources(world, bearer) : jsonAnswer(401, { code: 401, message: 'Unauthorized' });
    }
    return call.path.startsWith('/ex/jira/') ? gateway.answer(call) : problem(404, call.method, call.path);
  };

  const { server, port } = await listen({ port: options.port, host, clock, faults, journal, answer });
  const close = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    });
  return { url: `http://localhost:${port}`, world, journal, faults, grants, close };
}

function makeSites(options: SandboxOptions, clock: () => number, seed: number): SiteWorld[] {
  if (options.sites) return options.sites.map((site) => serveSite(sandboxSite.parse(site), clock));
  if (options.dataFile !== undefined) return readSites(options.dataFile).map((site) => serveSite(site, clock));
  const kept = keepAnchor(options.stateFolder, clock(), seed);
  const sites = builtInSites(kept.anchor, kept.seed, clock);
  for (const site of sites) {
    if (options.live) site.advance(clock());
    else site.freeze();
  }
  return sites;
}
