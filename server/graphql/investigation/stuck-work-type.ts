import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Money } from '../../analytics/money/amount.ts';
import { type StuckKind, stuckKinds } from '../../analytics/stuck-work/stuck-kind.ts';
import { stuckOrders } from '../../analytics/stuck-work/stuck-rows.ts';
import { IssueNode } from '../issues/issue-node.ts';
import { Basis } from '../questions/basis-type.ts';
import { Duration } from '../questions/duration-type.ts';
import { MoneyType } from '../questions/money-type.ts';
import { enumOf } from '../shared/enum-of.ts';
import { connectionOf } from '../shared/paging.ts';

export const StuckKindEnum = enumOf(stuckKinds);
registerEnumType(StuckKindEnum, {
  name: 'StuckKind',
  description: 'In which way work is stuck.',
  valuesConfig: {
    AGING: { description: 'Older than 85 of 100 cycle times of the issues delivered in the window.' },
    BLOCKED: {
      description:
        'The flag is up, or, where the settings let links block, it is linked as blocked by an unfinished issue.',
    },
    STALE: {
      description:
        'Neither it nor a subtask of it was updated for a week, nor for longer than 85 of 100 stays in its stage.',
    },
    UNASSIGNED: { description: "In an active stage, and nobody's." },
    PING_PONG: { description: 'Since its start, from one stage to another and straight back at least twice.' },
  },
});

export const StuckOrderEnum = enumOf(stuckOrders);
registerEnumType(StuckOrderEnum, {
  name: 'StuckOrder',
  description: 'What comes first. Equals are in the order of their keys.',
  valuesConfig: {
    DELAY_COST: {
      description:
        'What a day of not having it costs, the most first, those without a value last; of equals the one that has waited longest since its start: in queues, flagged, or for a new owner, on the calendar.',
    },
    AGE: { description: 'The oldest.' },
    TIME_IN_STAGE: { description: 'The longest in its present stage.' },
  },
});

@ObjectType({ description: 'An issue that is under way and stuck.' })
export class StuckItem {
  @Field(() => IssueNode, { description: 'Which issue.' })
  readonly issue!: IssueNode;
  @Field(() => [StuckKindEnum], { description: 'In which ways it is stuck.' })
  readonly kinds!: readonly StuckKind[];
  @Field(() => Duration, { description: 'Since its start.' })
  readonly age!: Duration;
  @Field(() => Duration, { description: 'Since its present visit to its stage began.' })
  readonly timeInStage!: Duration;
  @Field(() => Float, {
    nullable: true,
    description:
      'Of 100 finished issues, how many had left this stage for the last time within its age, counted from their start; null for fewer than 10.',
  })
  readonly pacePercentile!: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'How likely it takes longer than 85 of 100 did in the window before, 0 to 1: the share of the finished issues that lasted as long as it has, and then did. 1 when it already has; null without a target, or with fewer than 10 to compare with.',
  })
  readonly chanceToMissTarget!: number | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Why its flag is up: the beginning of what was written by whoever put up the flag, within 30 seconds of it, as plain text; null without.',
  })
  readonly blockedReason!: string | null;
  @Field(() => MoneyType, {
    nullable: true,
    description:
      'What a day of not having it costs: a seventh of its value a week. Null for one without a value, which is of no value class and has had no labour.',
  })
  readonly costPerDay!: Money | null;
  @Field(() => String, { description: 'What to do about it, in a sentence with its numbers.' })
  readonly suggestion!: string;
}

@ObjectType({ description: 'A page of stuck issues.' })
export class StuckWorkConnection extends connectionOf(() => StuckItem, 'StuckWork', 'the stuck issues') {
  @Field(() => Int, { description: 'How many there are in all, of the kinds asked for.' })
  totalCount!: number;
  @Field(() => Basis, {
    description: 'Why it can be trusted. Its n are the issues under way that were looked at.',
  })
  basis!: Basis;
}
