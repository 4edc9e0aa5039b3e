import type { ActionMetric, CreateActionInput } from '../../../gql/graphql.ts';
import { metricWords, readTarget, writeTarget } from '../metric-words.ts';

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

/** What is typed, as it is typed. An empty id means nobody, or every team. */
export interface ActionDraft {
  readonly title: string;
  readonly note: string;
  readonly target: string;
  readonly teamId: string;
  readonly ownerId: string;
  readonly reviewOn: string;
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
  const target = Math.max(0, baseline + expectedEffect.base);
  return metricWords[metric].unit === 'share' ? Math.min(1, target) : target;
}

export function actionDraft(advised: AdvisedChange, teamIds: readonly string[], today: string): ActionDraft {
  const target = expectedTarget(advised);
  return {
    title: advised.title.slice(0, 200),
    note: advised.advice.slice(0, 5_000),
    target: target === null ? '' : writeTarget(advised.metric, target),
    teamId: teamIds.length === 1 ? (teamIds[0] ?? '') : '',
    ownerId: '',
    reviewOn: weeksAfter(today, weeksUntilReview),
  };
}

interface ReadDraft {
  readonly input: CreateActionInput;
  readonly faults: Readonly<Record<string, string>>;
}

/** The draft as the API wants it, and what of it cannot be sent. */
export function readDraft(draft: ActionDraft, advised: AdvisedChange, idempotencyKey: string): ReadDraft {
  const target = readTarget(advised.metric, draft.target);
  const wanted = metricWords[advised.metric].unit === 'share' ? 'from 0 to 100' : 'of 0 or more, like 12.5';
  return {
    input: inputOf(draft, advised, idempotencyKey, target ?? 0),
    faults: {
      ...(draft.title.trim() === '' && { title: 'Say what is to be done.' }),
      ...(target === null && { target: `Enter a number ${wanted}.` }),
      ...(draft.reviewOn === '' && { reviewOn: 'Choose a day.' }),
    },
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
  return inputOf(actionDraft(advised, teamIds, today), advised, idempotencyKey, target);
}

function inputOf(
  { title, note, teamId, ownerId, reviewOn }: ActionDraft,
  advised: AdvisedChange,
  idempotencyKey: string,
  target: number,
): CreateActionInput {
  return {
    recommendationId: advised.id,
    idempotencyKey,
    title: title.trim(),
    metric: advised.metric,
    target,
    reviewOn,
    ...(note.trim() !== '' && { note: note.trim() }),
    ...(advised.stage && { stageId: advised.stage.id }),
    ...(teamId !== '' && { teamId }),
    ...(ownerId !== '' && { ownerId }),
  };
}
