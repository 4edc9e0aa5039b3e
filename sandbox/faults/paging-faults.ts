import { noPageFaults, type PageFaults, type PagingRule } from './paging-rule.ts';

/** A request for a page, as the rules tell them apart. */
export interface PageRequest {
  readonly path: string;
  /** What a search is for; absent for everything that is no search. */
  readonly purpose?: 'sweep' | 'walk';
  readonly token?: string | undefined;
}

/** What goes wrong with one page, and where in their counts the rules are with it. */
export interface PageTrouble extends PageFaults {
  /** The request's number, from 1, among those that met the rule with `emptyPages`. */
  readonly request: number;
  /** The token is to be told invalid or expired. */
  readonly isExpired: boolean;
  /** The token was repeated once already. */
  readonly isRepeated: boolean;
}

const noTrouble: PageTrouble = { ...noPageFaults, request: 1, isExpired: false, isRepeated: false };

/** The paging rules and their counts, which begin anew with every `set`. */
export class PagingFaults {
  #rules: readonly PagingRule[] = [];
  #requests = new Map<PagingRule, number>();
  #tokens = new Map<PagingRule, number>();
  #repeated = new Set<string>();

  set(rules: readonly PagingRule[]): void {
    this.#rules = rules;
    this.#requests = new Map();
    this.#tokens = new Map();
    this.#repeated = new Set();
  }

  /** What goes wrong with this request for a page. Counts it: ask once per request. */
  meet(asked: PageRequest): PageTrouble {
    if (this.#rules.length === 0) return noTrouble;
    let trouble = noTrouble;
    for (const rule of this.#rules) if (suits(rule, asked)) trouble = { ...trouble, ...this.#use(rule, asked.token) };
    return { ...trouble, isRepeated: asked.token !== undefined && this.#repeated.has(asked.token) };
  }

  /** Notes that a page has handed out its own token. */
  noteRepeated(token: string): void {
    this.#repeated.add(token);
  }

  #use(rule: PagingRule, token: string | undefined): Partial<PageTrouble> {
    const request = count(this.#requests, rule);
    if (rule.times !== undefined && request > rule.times) return {};
    const { path: _, only: __, times: ___, ...faults } = rule;
    const isExpired = token !== undefined && count(this.#tokens, rule) === rule.expirePageTokens;
    return {
      ...faults,
      ...(rule.emptyPages === undefined ? {} : { request }),
      ...(rule.expirePageTokens === undefined ? {} : { isExpired }),
    };
  }
}

function suits(rule: PagingRule, asked: PageRequest): boolean {
  if (rule.only !== undefined && rule.only !== asked.purpose) return false;
  return rule.path === undefined || new RegExp(rule.path).test(asked.path);
}

function count(counts: Map<PagingRule, number>, rule: PagingRule): number {
  const next = (counts.get(rule) ?? 0) + 1;
  counts.set(rule, next);
  return next;
}
