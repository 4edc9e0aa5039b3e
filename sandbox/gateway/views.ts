import type { FaultPlan } from '../faults/fault-plan.ts';
import type { Faults } from '../faults/faults.ts';
import type { PermissionLoss } from '../faults/permission-faults.ts';
import { type Corruption, mergeCorruptions } from '../world/corruption.ts';
import { oddities } from '../world/oddities.ts';
import { departedUser, hiddenMark } from '../world/sight.ts';
import type { SiteState } from '../world/site-state.ts';
import { SiteView } from '../world/site-view.ts';

/** What accounts are shown of sites: less what was hidden in the site itself, and what the fault plan takes away. */
export class Views {
  readonly #faults: Faults;
  readonly #plain = new WeakMap<SiteState, SiteView>();
  /** Requests of each account since the plan was set. */
  #requests = new Map<string, number>();
  #generation = 0;

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  /** What an account is shown with this request. Counts it: ask once per request. */
  next(state: SiteState, account: string): SiteView {
    const view = this.current(state, account);
    this.#requests.set(account, (this.#requests.get(account) ?? 0) + 1);
    return view;
  }

  /** What an account is shown without having asked, as by a webhook. */
  current(state: SiteState, account: string): SiteView {
    if (this.#generation !== this.#faults.generation) this.#requests = new Map();
    this.#generation = this.#faults.generation;
    const plain = this.#plain.get(state) ?? new SiteView(state);
    this.#plain.set(state, plain);
    return changedView(plain, account, this.#faults, this.#requests.get(account) ?? 0);
  }
}

function changedView(plain: SiteView, account: string, faults: Faults, requests: number): SiteView {
  const { plan } = faults;
  const { state } = plain;
  const { sight } = state;
  const losses = plan.permissions.filter((loss) => strikes(loss, state, account, requests));
  const corrupted = corruptedIn(state, plan);
  const former = plan.formerUsers.filter(({ site }) => isSite(site, state));
  const marks = [...sight.hiddenFrom(account), ...losses.map((loss) => markOf(loss, state))];
  const departed = new Map([...sight.departed, ...former.map(({ accountId, as }) => departure(accountId, as))]);
  if (marks.length + departed.size + corrupted.size === 0 && !plan.withoutEmail) return plain;
  return new SiteView(state, {
    stamp: [account, sight.revision, faults.generation, losses.length].join(' '),
    hidden: new Set(marks),
    departed,
    withoutEmail: plan.withoutEmail,
    corrupted,
  });
}

/** What was corrupted in the site itself, and what the fault plan corrupts on top. */
function corruptedIn(state: SiteState, { corrupt }: FaultPlan): ReadonlyMap<string, Corruption> {
  if (corrupt.length === 0) return state.sight.corrupted;
  const corrupted = new Map(state.sight.corrupted);
  for (const { site, issue: idOrKey, oddities: names, ...raw } of corrupt) {
    const issue = isSite(site, state) ? state.find(idOrKey) : undefined;
    if (!issue) continue;
    for (const corruption of [...names.map((name) => oddities[name](issue)), raw]) {
      corrupted.set(issue.id, mergeCorruptions(corrupted.get(issue.id), corruption));
    }
  }
  return corrupted;
}

const departure = (accountId: string, as: FaultPlan['formerUsers'][number]['as']) =>
  [accountId, departedUser(accountId, as)] as const;

function strikes(loss: PermissionLoss, state: SiteState, account: string, requests: number): boolean {
  return loss.account === account && requests >= loss.afterRequests && isSite(loss.site, state);
}

function isSite(idOrName: string | undefined, { catalog }: SiteState): boolean {
  return idOrName === undefined || idOrName === catalog.id || idOrName === catalog.name;
}

/** A project or an issue that does not exist hides nothing. */
function markOf({ project, issue }: PermissionLoss, state: SiteState): string {
  if (issue !== undefined) return hiddenMark.issue(state.find(issue)?.id ?? '');
  if (project !== undefined) return hiddenMark.project(state.project(project)?.id ?? '');
  return hiddenMark.everything;
}
