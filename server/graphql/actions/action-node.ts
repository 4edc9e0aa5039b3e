import { Field, Float, Int, ObjectType } from 'type-graphql';
import { isReviewDue } from '../../analytics/actions/is-review-due.ts';
import { metricSeries } from '../../analytics/actions/metric-series.ts';
import type { Action, ActionMetric, ActionState, ExpectedEffect, ToldEstimate } from '../../domain/action.ts';
import { nextStates } from '../../domain/action-steps.ts';
import type { JiraView } from '../connection/jira-view.ts';
import { PersonNode } from '../connection/person-node.ts';
import { TeamNode } from '../connection/team-node.ts';
import { StageNode } from '../connection/workflow-nodes.ts';
import { WindowType } from '../questions/basis-type.ts';
import { DayValue } from '../questions/day-value.ts';
import { MoneyEstimate } from '../questions/money-type.ts';
import { Node, typename } from '../shared/node.ts';
import { connectionOf } from '../shared/paging.ts';
import { DateTime, LocalDate } from '../shared/scalars.ts';
import { Payload } from '../shared/user-error-type.ts';
import { ActionMetricEnum, ActionStateEnum } from './action-enums.ts';
import { actionWorldOf } from './action-world-of.ts';
import { ActionOutcomeType } from './outcome-type.ts';
import { ExpectedEffectType } from './recommendation-type.ts';

@ObjectType('ActionBaseline', { description: 'What the metric was when the action was made. It never changes.' })
export class ActionBaselineType {
  @Field(() => Float, {
    nullable: true,
    description: 'In the unit of the metric; null when there was nothing to make it of.',
  })
  readonly value!: number | null;
  @Field(() => Int, { description: 'Items it is made of.' })
  readonly n!: number;
  @Field(() => WindowType, { description: 'The 90 days before the action was made.' })
  readonly window!: WindowType;
  @Field(() => DateTime, { description: 'When it was taken.' })
  readonly frozenAt!: Date;
}

@ObjectType({ description: 'What a recommendation promised when an action was made of it.' })
export class ActionPromise {
  @Field(() => ExpectedEffectType, { nullable: true, description: 'What was expected of it.' })
  readonly expectedEffect!: ExpectedEffect | null;
  @Field(() => MoneyEstimate, {
    nullable: true,
    description: 'What it was to save in days like those of the baseline.',
  })
  readonly worth!: MoneyEstimate | null;
}

@ObjectType('Action', { implements: Node, description: 'Something that is tried so that a metric moves.' })
export class ActionNode implements Node {
  readonly [typename] = 'Action';
  readonly #view: JiraView;
  readonly #action: Action;

  constructor(view: JiraView, action: Action) {
    this.#view = view;
    this.#action = action;
  }

  get id(): string {
    return this.#view.id('Action', this.#action.id);
  }

  @Field(() => String, { description: 'What is done.' })
  get title(): string {
    return this.#action.title;
  }

  @Field(() => String, { nullable: true, description: 'More about it.' })
  get note(): string | null {
    return this.#action.note;
  }

  @Field(() => ActionStateEnum, { description: 'Where it stands.' })
  get state(): ActionState {
    return this.#action.state;
  }

  @Field(() => [ActionStateEnum], {
    description: '`updateAction` can bring it to one of these now. REVIEWED is reached by `reviewAction` alone.',
  })
  get nextStates(): readonly ActionState[] {
    return nextStates(this.#action.state);
  }

  @Field(() => Boolean, {
    description:
      'Its review is due: it has been accepted or later, the day of the review has come, and it has not been reviewed since.',
  })
  async due(): Promise<boolean> {
    const { local } = await this.#view.clocks();
    return isReviewDue(this.#action, Date.now(), local);
  }

  @Field(() => String, { nullable: true, description: 'The rule that recommended it, "R3"; null for one\'s own.' })
  get recommendationRule(): string | null {
    return this.#action.origin?.rule ?? null;
  }

  @Field(() => ActionPromise, {
    nullable: true,
    description: "What the recommendation that it was made of promised; null for one's own.",
  })
  get promise(): ActionPromise | null {
    const { origin } = this.#action;
    return origin && { expectedEffect: origin.expectedEffect, worth: toldMoney(origin.worth) };
  }

  @Field(() => ActionMetricEnum, { description: 'What it is judged by.' })
  get metric(): ActionMetric {
    return this.#action.metric;
  }

  @Field(() => StageNode, {
    nullable: true,
    description: 'The stage it is about; null without one, or when that is gone.',
  })
  async scopeStage(): Promise<StageNode | null> {
    const { stageId } = this.#action;
    if (stageId === null) return null;
    const workflow = await this.#view.workflow();
    const stage = workflow.stages.find(({ id }) => id === stageId);
    return stage ? new StageNode(this.#view, workflow, stage) : null;
  }

  @Field(() => TeamNode, {
    nullable: true,
    description: 'The team whose issues are measured; null for all, or when it is gone.',
  })
  async scopeTeam(): Promise<TeamNode | null> {
    const { teamId } = this.#action;
    if (teamId === null) return null;
    const team = (await this.#view.teams()).find(({ id }) => id === teamId);
    return team ? new TeamNode(this.#view, team) : null;
  }

  @Field(() => PersonNode, { nullable: true, description: 'Who sees to it; null for nobody, or when they are gone.' })
  async owner(): Promise<PersonNode | null> {
    const { ownerId } = this.#action;
    const person = ownerId === null ? null : await this.#view.reader.people.byId(ownerId);
    return person && new PersonNode(this.#view, person);
  }

  @Field(() => ActionBaselineType, { description: 'What the metric was when it was made.' })
  get baseline(): ActionBaselineType {
    const { value, n, from, to, frozenAt } = this.#action.baseline;
    return { value, n, window: { from, to }, frozenAt };
  }

  @Field(() => Float, { description: 'The value the metric is to reach, in its unit.' })
  get target(): number {
    return this.#action.target;
  }

  @Field(() => LocalDate, { nullable: true, description: 'When it is to be done.' })
  get dueOn(): string | null {
    return this.#action.dueOn;
  }

  @Field(() => LocalDate, { description: 'When to look whether it has helped.' })
  get reviewOn(): string {
    return this.#action.reviewOn;
  }

  @Field(() => DateTime, { description: 'When it was made.' })
  get createdAt(): Date {
    return this.#action.createdAt;
  }

  @Field(() => DateTime, { nullable: true, description: 'When it came to IN_PROGRESS.' })
  get begunAt(): Date | null {
    return this.#action.begunAt;
  }

  @Field(() => String, { nullable: true, description: 'Why it was dismissed.' })
  get dismissReason(): string | null {
    return this.#action.dismissReason;
  }

  @Field(() => Int, { description: 'Counts edits: `updateAction` wants the one you have read.' })
  get version(): number {
    return this.#action.version;
  }

  @Field(() => ActionOutcomeType, { nullable: true, description: 'What the last review found; null before the first.' })
  get outcome(): ActionOutcomeType | null {
    const { outcome } = this.#action;
    return outcome && { ...outcome, realised: toldMoney(outcome.realised) };
  }

  @Field(() => [DayValue], {
    description:
      'The metric week by week (dated by their Mondays), from the first of the baseline to now: percentiles, shares and rates over the four weeks that end with each, the others of each week. Weeks with too little to say are left out.',
  })
  async series(): Promise<readonly DayValue[]> {
    const { metric, stageId, teamId, baseline } = this.#action;
    const world = await this.#view.derive(actionWorldOf);
    return metricSeries(world, { metric, stageId, teamId }, baseline.firstDate);
  }
}

@ObjectType({ description: 'A page of actions, the newest first.' })
export class ActionConnection extends connectionOf(() => ActionNode, 'Action', 'the actions') {
  @Field(() => Int, { description: 'How many there are in all that meet the filter.' })
  totalCount!: number;
}

@ObjectType({ description: 'The action as it is now.' })
export class ActionPayload extends Payload {
  @Field(() => ActionNode, { nullable: true, description: 'Null when it was refused.' })
  action!: ActionNode | null;
}

/** An estimate as it was told, told again. */
function toldMoney(told: ToldEstimate | null): MoneyEstimate | null {
  if (told === null) return null;
  const { low, base, high, currency, ...rest } = told;
  const money = (amount: string) => ({ amount, currency });
  return { ...rest, low: money(low), base: money(base), high: money(high) };
}
