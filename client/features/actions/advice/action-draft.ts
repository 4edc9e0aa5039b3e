import type { ActionMetric, CreateActionInput } from '../../../gql/graphql.ts';
import { createInput, type NewAction } from '../board/new-action.ts';
import { metricWords, writeTarget } from '../metric-words.ts';

/** What of a recommendation an action begins with. */
export interface AdvisedChange {
  readonly id: string;
  readonly title: string;
  readonly advice: string;
  readonly metric: ActionMetric;
  readonly stage?: { readonly id: string } | null;
  readonly baseline?: number | null;
  readonly expectedEffect?: { readonly base: number } | null;
}

const weeksUntilReview = 6;

/** So many weeks after a local date. */
export function weeksAfter(localDate: string, weeks: number): string {
  const date = new Date(`${localDate}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + weeks * 7);
  return date.toISOString().slice(0, 10);
}

/** Where the metric would be after the expected change; null when there is nothing to start from, or no change known. */
export function expectedTarget({ metric, baseline, expectedEffect }: AdvisedChange): number | null {
  if (baseline == null || !expectedEffect) return null;
  // Nobody aims at thousandths.
  const target = Number(Math.max(0, baseline + expectedEffect.base).toPrecision(2));
  return metricWords[metric].unit === 'share' ? Math.min(1, target) : target;
}

/** The action as the recommendation suggests it, about a team when the question is about exactly one. */
export function actionDraft(advised: AdvisedChange, teamIds: readonly string[], today: string): NewAction {
  const target = expectedTarget(advised);
  return {
    title: advised.title.slice(0, 200),
    note: advised.advice.slice(0, 5_000),
    metric: advised.metric,
    stageId: advised.stage?.id ?? '',
    teamId: teamIds.length === 1 ? (teamIds[0] ?? '') : '',
    ownerId: '',
    target: target === null ? '' : writeTarget(advised.metric, target),
    dueOn: '',
    reviewOn: weeksAfter(today, weeksUntilReview),
  };
}

/** An action that is only written down to be set aside: its target is what would have been expected, or what is. */
export function setAside(
  advised: AdvisedChange,
  teamIds: readonly string[],
  today: string,
  idempotencyKey: string,
): CreateActionInput {
  const target = expectedTarget(advised) ?? advised.baseline ?? 0;
  const input = createInput(actionDraft(advised, teamIds, today), idempotencyKey);
  return { ...input, target, recommendationId: advised.id };
}
