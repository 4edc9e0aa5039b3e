import { registerEnumType } from 'type-graphql';
import { actionMetrics, actionStates, efforts, verdicts } from '../../domain/action.ts';
import { enumOf } from '../shared/enum-of.ts';

export const ActionStateEnum = enumOf(actionStates);
registerEnumType(ActionStateEnum, {
  name: 'ActionState',
  description: 'Where an action stands. It goes from one to the next, or is dismissed.',
  valuesConfig: {
    PROPOSED: { description: 'Written down; nobody has agreed to it.' },
    ACCEPTED: { description: 'To be done.' },
    IN_PROGRESS: { description: 'Being done: what is started from the next day on is measured as "after".' },
    DONE: { description: 'Done, and to be reviewed on its day.' },
    REVIEWED: { description: 'Reviewed: `outcome` says whether it helped. It can be reviewed again.' },
    DISMISSED: { description: 'Not to be done, for the reason given.' },
  },
});

export const ActionMetricEnum = enumOf(actionMetrics);
registerEnumType(ActionMetricEnum, {
  name: 'ActionMetric',
  description: 'What an action is judged by. Durations are days of the working calendar, rates and shares 0 to 1.',
  valuesConfig: {
    CYCLE_TIME_P85: { description: '85th percentile of cycle time, in working days: lower is better.' },
    LEAD_TIME_P85: { description: '85th percentile of lead time, in working days: lower is better.' },
    THROUGHPUT: { description: 'Issues delivered a week: higher is better.' },
    WIP: {
      description: 'Average number of issues under way or, for a stage, in it; calendar time: lower is better.',
    },
    FLOW_EFFICIENCY: { description: 'Share of active time between start and done: higher is better.' },
    STAGE_STAY_P85: { description: '85th percentile of the stays in a stage, in working days: lower is better.' },
    REOPEN_RATE: { description: 'Issues that left done by those that entered it: lower is better.' },
    REWORK_RATE: { description: 'Share of the issues delivered that went back on the way: lower is better.' },
    BLOCKED_SHARE: {
      description: 'Share of the time between start and done in which the flag was up: lower is better.',
    },
    DELAY_COST: {
      description:
        "Delay cost a week, of a stage where one is given, in the currency of the viewer's cost model: lower is better.",
    },
  },
});

export const VerdictEnum = enumOf(verdicts);
registerEnumType(VerdictEnum, {
  name: 'Verdict',
  description: 'What a review finds.',
  valuesConfig: {
    IMPROVED: { description: 'Better, more than chance explains, and more than where nothing was done.' },
    NO_CHANGE: { description: 'Within what chance explains, or the same as where nothing was done.' },
    WORSE: { description: 'Worse, more than chance explains, and more than where nothing was done.' },
    TOO_EARLY: { description: 'What was started since has not had the time to be delivered.' },
    INSUFFICIENT_DATA: { description: 'Too few issues on one side to say, or what it is about is gone.' },
  },
});

export const EffortEnum = enumOf(efforts);
registerEnumType(EffortEnum, {
  name: 'Effort',
  description: 'What it takes to do it.',
  valuesConfig: {
    SMALL: { description: 'A decision, or a talk of an hour.' },
    MEDIUM: { description: 'A new rule of working together, over a few weeks.' },
    LARGE: { description: 'Learning, hiring or building something.' },
  },
});
