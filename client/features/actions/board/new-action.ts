import type { ActionMetric, CreateActionInput } from '../../../gql/graphql.ts';
import { metricWords, readTarget } from '../metric-words.ts';

/** An action as it is typed. Empty ids mean: of the whole, all issues, nobody. */
export interface NewAction {
  readonly title: string;
  readonly note: string;
  readonly metric: ActionMetric;
  readonly stageId: string;
  readonly teamId: string;
  readonly ownerId: string;
  readonly target: string;
  readonly dueOn: string;
  readonly reviewOn: string;
}

export const newActionFields = [
  'title',
  'note',
  'metric',
  'stageId',
  'teamId',
  'ownerId',
  'target',
  'dueOn',
  'reviewOn',
] as const;

export const emptyAction = (reviewOn: string): NewAction => ({
  title: '',
  note: '',
  metric: 'CYCLE_TIME_P85',
  stageId: '',
  teamId: '',
  ownerId: '',
  target: '',
  dueOn: '',
  reviewOn,
});

/** The stage it is about: none where the metric is not of one. */
export const stageOf = ({ metric, stageId }: NewAction): string =>
  metricWords[metric].ofStage === 'never' ? '' : stageId;

/** What has to be mended before it can be sent, by field. */
export function faultsOf(action: NewAction): Readonly<Partial<Record<keyof NewAction, string>>> {
  const { unit, ofStage } = metricWords[action.metric];
  return {
    ...(action.title.trim() === '' && { title: 'Say what is to be done.' }),
    ...(ofStage === 'always' && action.stageId === '' && { stageId: 'Choose the stage.' }),
    ...(readTarget(action.metric, action.target) === null && {
      target: unit === 'share' ? 'Enter a number from 0 to 100.' : 'Enter a number of 0 or more, like 12.5.',
    }),
    ...(action.reviewOn === '' && { reviewOn: 'Choose a day.' }),
  };
}

/** As the API takes it: what is empty is left out. */
export function createInput(action: NewAction, idempotencyKey: string): CreateActionInput {
  const { title, note, metric, teamId, ownerId, dueOn, reviewOn } = action;
  const stageId = stageOf(action);
  return {
    title: title.trim(),
    metric,
    target: readTarget(metric, action.target) ?? 0,
    reviewOn,
    idempotencyKey,
    ...(note.trim() !== '' && { note: note.trim() }),
    ...(stageId !== '' && { stageId }),
    ...(teamId !== '' && { teamId }),
    ...(ownerId !== '' && { ownerId }),
    ...(dueOn !== '' && { dueOn }),
  };
}
