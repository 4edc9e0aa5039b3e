import { z } from 'zod';
import type { WindowRequest } from '../../analytics/clocks/window-of.ts';
import { type RuleId, ruleIds } from '../../analytics/recommendations/rule.ts';
import type { Scope } from '../../domain/question.ts';

/** What names a recommendation: asked again, the same rule finds the same thing. */
export interface RecommendationName {
  readonly rule: RuleId;
  readonly subject: string;
  /** In native ids. */
  readonly scope: Scope;
  readonly window: WindowRequest | null;
}

/** Characters of a native id; node ids are read up to as many. */
const mostCharacters = 8_000;
const roomForSubject = 300;

const list = z.array(z.string()).optional();
const shape = z.tuple([
  z.string(),
  z.strictObject({
    projectIds: list,
    teamIds: list,
    types: list,
    labels: list,
    epicKeys: list,
    includeSubtasks: z.boolean(),
  }),
  z.tuple([z.number().nullable(), z.string().nullable(), z.string().nullable()]).nullable(),
]);

/** The native id of a recommendation. */
export function recommendationId({ rule, subject, scope, window }: RecommendationName): string {
  const dates = window && [window.days ?? null, window.from ?? null, window.to ?? null];
  const text = JSON.stringify([subject, canonical(scope), dates]);
  return `${rule}~${Buffer.from(text).toString('base64url')}`;
}

/** Whether recommendations for a scope have ids that are read again, whatever they are about. */
export function canBeNamed(scope: Scope, window: WindowRequest | null): boolean {
  return recommendationId({ rule: 'R14', subject: '', scope, window }).length <= mostCharacters - roomForSubject;
}

/** What a native id names; null for every text that is none. */
export function readRecommendationId(id: string): RecommendationName | null {
  const [rule, text, ...rest] = id.split('~');
  const known = ruleIds.find((candidate) => candidate === rule);
  if (!known || text === undefined || rest.length > 0) return null;
  const read = shape.safeParse(parsed(Buffer.from(text, 'base64url').toString()));
  if (!read.success) return null;
  const [subject, scope, dates] = read.data;
  const window = dates && { days: dates[0], from: dates[1], to: dates[2] };
  return { rule: known, subject, scope: canonical(scope), window };
}

/** A scope as actions keep it: the same for the same issues, in whatever order they were named. */
export const scopeText = (scope: Scope): string => JSON.stringify(canonical(scope));

function canonical({ projectIds, teamIds, types, labels, epicKeys, includeSubtasks }: LooseScope): Scope {
  const lists = { projectIds, teamIds, types, labels, epicKeys };
  const given = Object.entries(lists).flatMap(([name, values]) =>
    values ? [[name, [...new Set(values)].sort()] as const] : [],
  );
  return { ...Object.fromEntries(given), includeSubtasks };
}

type LooseScope = { readonly [K in keyof Scope]: Scope[K] | undefined } & { readonly includeSubtasks: boolean };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
