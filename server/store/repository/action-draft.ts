import type { ActionMetric } from '../../domain/action.ts';
import { done, type Outcome } from '../../domain/user-error.ts';
import { dateOf, invalidParts, noteOf, reviewDateOf, titleOf } from './action-checks.ts';

/** An action as somebody describes it. */
export interface ActionDraft {
  readonly title: string;
  readonly note: string | null;
  readonly metric: ActionMetric;
  readonly stageId: string | null;
  readonly target: number;
  readonly dueOn: string | null;
  readonly reviewOn: string;
  readonly idempotencyKey: string | null;
}

const sharesAndRates: ReadonlySet<ActionMetric> = new Set([
  'FLOW_EFFICIENCY',
  'REOPEN_RATE',
  'REWORK_RATE',
  'BLOCKED_SHARE',
]);
const mostOfKey = 200;

/** The draft with its texts trimmed, or everything that is wrong with it: what can be told without a look at the Jira. */
export function checkDraft<D extends ActionDraft>(draft: D): Outcome<D> {
  const { errors, refuse } = invalidParts();
  const { metric, target, idempotencyKey: key } = draft;
  const title = titleOf(draft.title, refuse);
  const note = noteOf(draft.note, refuse);
  if (metric === 'STAGE_STAY_P85' && draft.stageId === null)
    refuse('stageId', 'Stays are those in a stage: say in which.');
  if (!Number.isFinite(target) || target < 0) refuse('target', 'A target is 0 or more.');
  else if (sharesAndRates.has(metric) && target > 1)
    refuse('target', 'A target of a share or rate is from 0 to 1: 0.25 is a quarter.');
  dateOf('dueOn', draft.dueOn, refuse);
  reviewDateOf(draft.reviewOn, refuse);
  if (key !== null && (key === '' || key.length > mostOfKey))
    refuse('idempotencyKey', `A key has 1 to ${mostOfKey} characters.`);
  return errors.length > 0 ? { ok: false, errors } : done({ ...draft, title, note });
}
