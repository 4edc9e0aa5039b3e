import type { GrantType } from '../oauth/token-body.ts';
import { type FaultPlan, type FaultPlanInput, faultPlan } from './fault-plan.ts';
import { type FaultEffect, type FaultRule, type FaultRuleInput, faultRule } from './fault-rule.ts';
import type { RefusalSpelling } from './grant-faults.ts';
import { PagingFaults } from './paging-faults.ts';

/** The switches of the sandbox: set whole with `set`, one more with `add`; a rule is used up after its `times`. */
export class Faults {
  #plan: FaultPlan = faultPlan.parse({});
  #left = new Map<FaultRule, number>();
  #generation = 0;
  #refusedRefreshes = 0;
  #onVoidAccessTokens: () => void = () => undefined;
  readonly paging = new PagingFaults();

  get plan(): FaultPlan {
    return this.#plan;
  }

  /** Counts the changes of the plan, so that readers know when what they made of it is stale. */
  get generation(): number {
    return this.#generation;
  }

  /** Replaces all switches; what is absent is off. Throws ZodError for a plan that makes no sense. */
  set(plan: FaultPlanInput): void {
    this.#plan = faultPlan.parse(plan);
    this.#generation += 1;
    this.#left = new Map();
    this.#refusedRefreshes = 0;
    this.paging.set(this.#plan.paging);
    if (this.#plan.voidAccessTokens) this.#onVoidAccessTokens();
  }

  /** Who ends the access tokens when a plan says so. */
  onVoidAccessTokens(act: () => void): void {
    this.#onVoidAccessTokens = act;
  }

  /** Switches one more rule on, keeping all others. */
  add(rule: FaultRuleInput): void {
    this.#plan = { ...this.#plan, rules: [...this.#plan.rules, faultRule.parse(rule)] };
  }

  /** Sets these switches, keeping all others. */
  change(part: FaultPlanInput): void {
    const parsed = faultPlan.parse(part);
    const named = Object.entries(parsed).filter(([name]) => name in part);
    this.#plan = { ...this.#plan, ...Object.fromEntries(named) };
    this.#generation += 1;
    if (part.paging) this.paging.set(this.#plan.paging);
    if (part.refuseRefresh) this.#refusedRefreshes = 0;
    if (part.voidAccessTokens) this.#onVoidAccessTokens();
  }

  clear(): void {
    this.set({});
  }

  /** What goes wrong with this request. Counts it against the rules it meets: ask once per request. */
  meet(method: string, path: string, grantType?: GrantType): FaultEffect[] {
    return this.#plan.rules.filter((rule) => this.#use(rule, method, path, grantType)).map((rule) => rule.effect);
  }

  /** With which words this refresh is refused, if it is. Counts it: ask once per refresh. */
  refusesRefresh(): RefusalSpelling | undefined {
    const { refuseRefresh: refusal } = this.#plan;
    if (typeof refusal === 'string') return refusal === 'no' ? undefined : refusal;
    this.#refusedRefreshes += 1;
    return this.#refusedRefreshes <= refusal.times ? refusal.spelling : undefined;
  }

  #use(rule: FaultRule, method: string, path: string, grantType: GrantType | undefined): boolean {
    if (rule.grantType !== undefined && rule.grantType !== grantType) return false;
    if (rule.method !== undefined && rule.method.toUpperCase() !== method) return false;
    if (rule.path !== undefined && !new RegExp(rule.path).test(path)) return false;
    if (rule.times === undefined) return true;
    const left = this.#left.get(rule) ?? rule.times;
    this.#left.set(rule, left - 1);
    return left > 0;
  }
}
