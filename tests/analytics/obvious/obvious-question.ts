import { clocksOf } from '../../../server/analytics/clocks/clocks-of.ts';
import { type Question, questionOf } from '../../../server/analytics/metrics/question.ts';
import { type MoneyQuestion, moneyQuestionOf } from '../../../server/analytics/money/money-question.ts';
import type { Scope } from '../../../server/domain/question.ts';
import type { Biography, RandomWorld } from '../../support/random-world.ts';
import { settingsIn } from '../../support/settings.ts';
import { viewWorld } from '../../support/view-world.ts';
import { type ObviousLife, obviousLife } from './obvious-life.ts';
import { obviousModel } from './obvious-model.ts';
import { obviousScope } from './obvious-scope.ts';
import { obviousSeconds } from './obvious-time.ts';

export interface ObviousRequest {
  /** Days of the window, and how many days before asOf's date it ends. */
  readonly days: number;
  readonly ago: number;
  readonly clock: 'WORKING' | 'CALENDAR';
  readonly includeSubtasks: boolean;
  /** The rest of the scope; all of the world when absent. */
  readonly scope?: Omit<Scope, 'includeSubtasks'>;
}

/** One question for both sides: the product's, and the lives and edges that a count by hand needs. In UTC. */
export interface ObviousQuestion extends ObviousRequest {
  readonly world: RandomWorld;
  readonly question: Question;
  /** The same, under `obviousModel`. */
  readonly money: MoneyQuestion;
  readonly lives: readonly (Biography & ObviousLife)[];
  readonly w0: number;
  readonly w1: number;
  readonly p0: number;
  seconds(from: number, to: number): number;
}

export function obviousQuestion(world: RandomWorld, request: ObviousRequest): ObviousQuestion {
  const { days, ago, clock, includeSubtasks } = request;
  const scope = { ...request.scope, includeSubtasks };
  const last = (Math.floor(world.asOf / 86_400) - ago) * 86_400;
  const w0 = last - (days - 1) * 86_400;
  const dateOf = (second: number): string => new Date(second * 1000).toISOString().slice(0, 10);
  const settings = { ...settingsIn('UTC'), costModel: obviousModel };
  const clocks = clocksOf(settings);
  const outcome = questionOf(viewWorld(world, 512), clocks, {
    scope,
    window: { from: dateOf(w0), to: dateOf(last) },
    clock,
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  return {
    ...request,
    world,
    question: outcome.value,
    money: moneyQuestionOf(outcome.value, clocks, settings, []),
    lives: obviousScope(world, scope).map((biography) => ({ ...biography, ...obviousLife(biography, world) })),
    w0,
    w1: Math.min(last + 86_400, world.asOf),
    p0: w0 - days * 86_400,
    seconds: (from, to) => obviousSeconds(clock, from, to),
  };
}
