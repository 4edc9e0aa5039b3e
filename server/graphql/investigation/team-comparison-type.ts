import { Field, Int, ObjectType } from 'type-graphql';
import { TeamNode } from '../connection/team-node.ts';
import { Basis } from '../questions/basis-type.ts';
import { DurationChange, NumberChange } from '../questions/change-types.ts';
import { DayValue } from '../questions/day-value.ts';
import { MoneyEstimate } from '../questions/money-type.ts';

type DelayCostOf = () => Promise<MoneyEstimate | null>;

/** The plain figures of a row. */
export type TeamFigures = Omit<TeamRow, 'team' | 'delayCost'>;

@ObjectType({ description: 'A team against its own past. Teams, never people.' })
export class TeamRow {
  @Field(() => TeamNode, { description: 'Which team.' })
  readonly team: TeamNode;
  @Field(() => Boolean, { description: 'Whether its figures may be held against those of the other teams.' })
  readonly comparable: boolean;
  @Field(() => [String], { description: 'Why they may not, each in a sentence.' })
  readonly reasons: readonly string[];
  @Field(() => NumberChange, { description: 'Issues delivered, a week.' })
  readonly throughputPerWeek: NumberChange;
  @Field(() => DurationChange, { description: 'From start to done, of what was delivered.' })
  readonly cycleTime: DurationChange;
  @Field(() => NumberChange, {
    description:
      'Time in active stages while not flagged, by the time from start to done, of what was delivered; 0 to 1.',
  })
  readonly flowEfficiency: NumberChange;
  @Field(() => NumberChange, {
    description:
      'Issues under way, on the average over time. Before an issue moved to another project, it was under way in the team it left.',
  })
  readonly wip: NumberChange;
  @Field(() => NumberChange, {
    description: 'Share of what was delivered that had been in a lower stage than the highest it had reached; 0 to 1.',
  })
  readonly reworkRate: NumberChange;
  @Field(() => [DayValue], {
    description: 'Issues delivered in each whole week, from Monday, whose date it bears.',
  })
  readonly trend: readonly DayValue[];
  readonly #delayCost: DelayCostOf;

  constructor(team: TeamNode, figures: TeamFigures, delayCost: DelayCostOf) {
    this.team = team;
    this.comparable = figures.comparable;
    this.reasons = figures.reasons;
    this.throughputPerWeek = figures.throughputPerWeek;
    this.cycleTime = figures.cycleTime;
    this.flowEfficiency = figures.flowEfficiency;
    this.wip = figures.wip;
    this.reworkRate = figures.reworkRate;
    this.trend = figures.trend;
    this.#delayCost = delayCost;
  }

  @Field(() => MoneyEstimate, {
    nullable: true,
    description:
      'What waiting cost in those days, in the team whose project the issue was in then. Null when nothing of a value waited.',
  })
  delayCost(): Promise<MoneyEstimate | null> {
    return this.#delayCost();
  }
}

@ObjectType({ description: 'How each team does, each against its own past first.' })
export class TeamComparison {
  @Field(() => Basis, { description: 'Why it can be trusted.' })
  readonly basis!: Basis;
  @Field(() => Int, { description: 'Days it is about; they end with the date of `asOf`.' })
  readonly days!: number;
  @Field(() => [TeamRow], { description: 'The teams of the projects in scope, by name.' })
  readonly rows!: readonly TeamRow[];
}
