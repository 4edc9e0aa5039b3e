/** One metric as people look it up. */
export interface CatalogueEntry {
  readonly name: string;
  /** What a manager asks. */
  readonly question: string;
  readonly definition: string;
  readonly unit: string;
  /** Where the API answers it. */
  readonly field: string;
}

/** Every metric the product shows, in the order of the README's table, which is generated from this. */
export const catalogue: readonly CatalogueEntry[] = [
  {
    name: 'Bottlenecks',
    question: 'Where does our work wait?',
    definition:
      'Share of lead time, flow in and out, occupancy, stays and delay cost of each queue or active stage, the dearest first.',
    unit: 'share, issues, days, currency',
    field: 'investigation.bottlenecks',
  },
  {
    name: 'Stuck work',
    question: 'What under way is stuck?',
    definition:
      'Started, unfinished issues that are older than 85 of 100 finished ones took, flagged, untouched, unassigned in an active stage, or going back and forth.',
    unit: 'issues, days, %',
    field: 'investigation.stuckWork',
  },
  {
    name: 'One issue',
    question: 'What happened to this issue, and when will it be done?',
    definition:
      'Active, waiting, blocked and rework time and handoffs of its whole life, the share of delivered issues that were quicker, and when half and 85 of 100 of those that lasted as long were done.',
    unit: 'days, %, date',
    field: 'investigation.issue',
  },
  {
    name: 'Team comparison',
    question: 'How does each team do, against its own past and, where that is fair, the others?',
    definition:
      'Throughput a week, cycle time, flow efficiency, work in progress and rework rate of each team, against the same number of days before; and whether its work is of a kind with that of the others.',
    unit: 'issues a week, days, share, issues',
    field: 'investigation.teamComparison',
  },
  {
    name: 'Flow overview',
    question: 'How well does work flow?',
    definition:
      'Throughput, average work in progress, cycle and lead time, flow efficiency, blocked share, reopen rate and handoffs of the window and of the one before, with what their difference says.',
    unit: 'issues, days, share',
    field: 'analytics.flowOverview',
  },
  {
    name: 'Cumulative flow',
    question: 'Where does work pile up over time?',
    definition:
      'Issues by stage at the end of each day, week or month, by where they are or by how far they have ever come, with arrivals, departures and average work in progress.',
    unit: 'issues',
    field: 'analytics.cumulativeFlow',
  },
  {
    name: 'One stage',
    question: 'What happens in this stage?',
    definition:
      'Entries, exits and occupancy of each day, how long stays were by type and priority, what came back and from where, and handoffs.',
    unit: 'issues, days',
    field: 'investigation.stage',
  },
  {
    name: 'Cycle times',
    question: 'How long does work take once we begin?',
    definition:
      'First entry into a queue or active stage (or creation, or active time alone) to done, of the issues delivered in the window; nearest-rank percentiles.',
    unit: 'days',
    field: 'analytics.cycleTimes',
  },
  {
    name: 'Time in status',
    question: 'Where does time go, and what goes back?',
    definition:
      'Time inside the window in all but done stages, by status, stage, type or team; visits and re-entries, the full length of visits that ended, the changes from one status to another, and flow efficiency of the delivered issues.',
    unit: 'days, share, visits',
    field: 'analytics.timeInStatus',
  },
  {
    name: 'Forecast',
    question: 'When will so many be done, and how many by then?',
    definition:
      'At least 10,000 trials that draw days from the throughput of the history, with replacement; dates and counts for probabilities of 0.5, 0.7, 0.85 and 0.95, and how past forecasts would have done.',
    unit: 'date, issues',
    field: 'analytics.forecast',
  },
  {
    name: 'Bottleneck costs',
    question: 'What do waiting and rework cost, stage by stage?',
    definition:
      'What a week without each issue costs × the calendar time it waited in the stage, inside the window; labour on work that had been further; what the work in it costs a day, and one more issue a week; and what stays no longer than the median would have saved.',
    unit: 'currency, share',
    field: 'financial.bottleneckCosts',
  },
  {
    name: 'Financial impact',
    question: 'What did waiting, rework and dropped work cost?',
    definition:
      'Labour, rework labour, labour on dropped work, delay cost and, as no cost, the capacity equivalent of waiting: each kind by itself, with its range, its months, the parts that drive it and what is assumed; paid capacity is attributed and unattributed labour, to the cent.',
    unit: 'currency',
    field: 'financial.impact',
  },
  {
    name: 'Cost by team',
    question: "What do each team's issues take of people's paid time?",
    definition:
      "The window's labour on the issues of each team, whoever did it, with what went into rework and into dropped work, what a delivered item takes, and its parts by type, epic or capitalisation. All rows and the unattributed are the paid capacity, to the cent.",
    unit: 'currency, share',
    field: 'financial.costByTeam',
  },
  {
    name: 'Cost of delay',
    question: 'In which order should work be finished, and what does that save?',
    definition:
      'Value a week of each issue under way × the time until it is done, one after the other: in the present order, by start, and in the best one, by value divided by duration (CD3); the swaps that save most, and what each issue has cost and will.',
    unit: 'currency',
    field: 'financial.costOfDelay',
  },
  {
    name: 'Cost by status',
    question: 'Where in the workflow does paid time go, and what does waiting cost there?',
    definition:
      "The window's labour by the status in which it passed, on the first visit of an issue and on later ones, next to the share of time; and, as another kind of money, the cost of delay there. All labour and the unattributed are the paid capacity, to the cent.",
    unit: 'currency, share',
    field: 'financial.costByStatus',
  },
];
