import type { Faults } from '../faults/faults.ts';
import { gatewayNotFound, jsonAnswer, problem } from '../http/answers.ts';
import type { Answer, Call } from '../http/exchange.ts';
import { Limits } from '../limits/limits.ts';
import type { GrantBook } from '../oauth/grant-book.ts';
import type { RegistrationBook } from '../webhooks/registration-book.ts';
import type { World } from '../world/world.ts';
import { Zone } from '../world/zone.ts';
import type { Route } from './gateway-call.ts';
import { routes } from './routes.ts';
import { SearchMemory } from './search-memory.ts';
import { Views } from './views.ts';

/** api.atlassian.com in front of the sites: bearer, site, scope, endpoint, in this order. */
export class Gateway {
  readonly #world: World;
  readonly #grants: GrantBook;
  readonly #faults: Faults;
  readonly #webhooks: RegistrationBook;
  readonly #zones = new Map<string, Zone>();
  readonly #memory = new SearchMemory();
  readonly #limits: Limits;
  /** What accounts are shown of sites. */
  readonly views: Views;

  constructor(world: World, grants: GrantBook, faults: Faults, webhooks: RegistrationBook) {
    this.#world = world;
    this.#grants = grants;
    this.#faults = faults;
    this.#limits = new Limits(faults);
    this.views = new Views(faults);
    this.#webhooks = webhooks;
  }

  answer(call: Call): Answer {
    const match = /^\/ex\/jira\/([^/]+)(\/rest\/.*)$/.exec(call.path);
    const bearer = this.#grants.bearer(bearerToken(call));
    if (!bearer) {
      return jsonAnswer(401, { code: 401, message: 'Unauthorized' }, { 'www-authenticate': 'Bearer' });
    }
    const [, cloudId = '', apiPath = ''] = match ?? [];
    const account = this.#world.accounts.find((entry) => entry.name === bearer.account);
    const site = this.#world.sites.find((entry) => entry.id === cloudId);
    if (!match || !account || !site || !bearer.siteIds.includes(site.id)) return gatewayNotFound(call.path, call.at);
    const found = findRoute(call.method, apiPath);
    if ('allow' in found) return problem(found.allow ? 405 : 404, call.method, apiPath, found.allow);
    const { route, params } = found;
    const isGranted = route.scopes.some((set) => set.every((scope) => bearer.scopes.includes(scope)));
    if (!isGranted) return jsonAnswer(401, { code: 401, message: 'Unauthorized; scope does not match' });
    const { plan } = this.#faults;
    const { method, at } = call;
    const limited = { clientId: bearer.clientId, tenantId: site.id, method, endpoint: route.pattern, at };
    return this.#limits.apply(limited, () =>
      route.answer({
        ...call,
        state: site.state,
        view: this.views.next(site.state, account.name),
        account,
        zone: this.#zone(plan.accountTimeZone ?? account.timeZone),
        params,
        plan,
        faults: this.#faults,
        memory: this.#memory,
        clientId: bearer.clientId,
        webhooks: this.#webhooks,
        apiPath,
      }),
    );
  }

  #zone(name: string): Zone {
    const zone = this.#zones.get(name) ?? new Zone(name);
    this.#zones.set(name, zone);
    return zone;
  }
}

export function bearerToken(call: Call): string {
  return /^Bearer (.+)$/i.exec(String(call.headers.authorization ?? ''))?.[1] ?? '';
}

type Found = { route: Route; params: Record<string, string> } | { allow: string | undefined };

function findRoute(method: string, path: string): Found {
  const segments = path.split('/');
  const allowed: string[] = [];
  for (const route of routes) {
    const params = matchPattern(route.pattern.split('/'), segments);
    if (params && route.method === method) return { route, params };
    if (params) allowed.push(route.method);
  }
  return { allow: allowed.length > 0 ? allowed.join(', ') : undefined };
}

function matchPattern(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith('{')) params[part.slice(1, -1)] = decode(segment);
    else if (part !== segment) return undefined;
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}
