import type { ActionMetric } from '../../gql/graphql.ts';
import type { Formats } from '../../ui/format.ts';

/** What a metric's number counts: days of the working calendar, issues, a share from 0 to 1, or money a week. */
export type MetricUnit = 'days' | 'issues' | 'issuesPerWeek' | 'share' | 'moneyPerWeek';

interface MetricWords {
  readonly name: string;
  /** What it is, in a sentence. */
  readonly meaning: string;
  readonly unit: MetricUnit;
  readonly better: 'lower' | 'higher';
  /** Whether it is of a stage: `always`, `may` be, or `never`. */
  readonly ofStage: 'always' | 'may' | 'never';
}

/** What an action can be judged by, in the order in which it is offered. */
export const metricWords: Readonly<Record<ActionMetric, MetricWords>> = {
  CYCLE_TIME_P85: {
    name: 'Cycle time, p85',
    meaning: '85 of 100 issues took this many working days or fewer from start to done.',
    unit: 'days',
    better: 'lower',
    ofStage: 'never',
  },
  LEAD_TIME_P85: {
    name: 'Lead time, p85',
    meaning: '85 of 100 issues took this many working days or fewer from creation to done.',
    unit: 'days',
    better: 'lower',
    ofStage: 'never',
  },
  STAGE_STAY_P85: {
    name: 'Stay in a stage, p85',
    meaning: '85 of 100 stays in the stage took this many working days or fewer.',
    unit: 'days',
    better: 'lower',
    ofStage: 'always',
  },
  THROUGHPUT: {
    name: 'Throughput',
    meaning: 'Issues delivered a week.',
    unit: 'issuesPerWeek',
    better: 'higher',
    ofStage: 'never',
  },
  WIP: {
    name: 'Work in progress',
    meaning: 'Issues under way or, of a stage, in it, on the average over time.',
    unit: 'issues',
    better: 'lower',
    ofStage: 'may',
  },
  FLOW_EFFICIENCY: {
    name: 'Flow efficiency',
    meaning: 'Share of the time from start to done in which the work was active.',
    unit: 'share',
    better: 'higher',
    ofStage: 'never',
  },
  BLOCKED_SHARE: {
    name: 'Blocked share',
    meaning: 'Share of the time from start to done in which the flag was up.',
    unit: 'share',
    better: 'lower',
    ofStage: 'never',
  },
  REWORK_RATE: {
    name: 'Rework rate',
    meaning: 'Share of the issues delivered that went back on the way.',
    unit: 'share',
    better: 'lower',
    ofStage: 'never',
  },
  REOPEN_RATE: {
    name: 'Reopen rate',
    meaning: 'Issues that left done by those that entered it.',
    unit: 'share',
    better: 'lower',
    ofStage: 'never',
  },
  DELAY_COST: {
    name: 'Delay cost',
    meaning: 'What waiting cost a week, in all or in a stage.',
    unit: 'moneyPerWeek',
    better: 'lower',
    ofStage: 'may',
  },
};

/** A metric with the stage it is of: "Stay in Review, p85". */
export function metricName(metric: ActionMetric, stage: { readonly name: string } | null | undefined): string {
  if (!stage) return metricWords[metric].name;
  if (metric === 'STAGE_STAY_P85') return `Stay in ${stage.name}, p85`;
  return metric === 'WIP' ? `Work in ${stage.name}` : `${metricWords[metric].name} of ${stage.name}`;
}

export const actionMetrics = Object.keys(metricWords) as readonly ActionMetric[];

/** How the viewer reads the numbers of metrics; the currency is that of their cost model (ISO 4217). */
export interface MetricFormats {
  /** "12.3 working days", "4.2 a week", "37 %", "€1,234 a week"; "no value" for null. */
  value(metric: ActionMetric, value: number | null | undefined): string;
  /** The same without words, for axes and cards: "12.3 d", "4.2", "37 %", "€1.2k". */
  short(metric: ActionMetric, value: number | null | undefined): string;
  /** What stands after two short ones: " a week"; nothing where they say it themselves. */
  shortUnit(metric: ActionMetric): string;
  /** A difference with its sign: "-1.2 working days", "+5 points", "+€1,234 a week". */
  change(metric: ActionMetric, change: number | null | undefined): string;
  /** Where a difference lies: "-3.5 to -0.5 working days". */
  changes(metric: ActionMetric, low: number, high: number): string;
}

const unitAfter: Readonly<Record<MetricUnit, string>> = {
  days: ' working days',
  issues: ' issues',
  issuesPerWeek: ' a week',
  share: '',
  moneyPerWeek: ' a week',
};

/** Of a difference that was estimated, no more says anything. */
const tellingDigits = 3;

export function metricFormats(formats: Formats, currency: string): MetricFormats {
  const number = (unit: MetricUnit, value: number, length: 'short' | 'whole'): string => {
    if (unit === 'share') return formats.percent(value);
    if (unit !== 'moneyPerWeek') return formats.number(value);
    const amount = { amount: String(value), currency };
    return length === 'short' ? formats.shortMoney(amount) : formats.wholeMoney(amount);
  };
  const bareChange = (unit: MetricUnit, change: number): string => {
    if (unit === 'share') return formats.points(change);
    if (unit !== 'moneyPerWeek') return formats.signed(Number(change.toPrecision(tellingDigits)));
    return (change > 0 ? '+' : '') + number(unit, change, 'whole');
  };
  return {
    value(metric, value) {
      const { unit } = metricWords[metric];
      return value === null || value === undefined ? 'no value' : number(unit, value, 'whole') + unitAfter[unit];
    },
    short(metric, value) {
      const { unit } = metricWords[metric];
      if (value === null || value === undefined) return '–';
      return unit === 'days' ? formats.days(value) : number(unit, value, 'short');
    },
    shortUnit(metric) {
      const { unit } = metricWords[metric];
      return unit === 'days' ? '' : unitAfter[unit];
    },
    change(metric, change) {
      const { unit } = metricWords[metric];
      return change === null || change === undefined ? 'no value' : bareChange(unit, change) + unitAfter[unit];
    },
    changes(metric, low, high) {
      const { unit } = metricWords[metric];
      return `${bareChange(unit, low)} to ${bareChange(unit, high)}${unitAfter[unit]}`;
    },
  };
}

/** A metric's number as it is typed: shares in percent. Three digits after the point at most. */
export function writeTarget(metric: ActionMetric, value: number): string {
  const shown = metricWords[metric].unit === 'share' ? value * 100 : value;
  return String(Math.round(shown * 1_000) / 1_000);
}

/** What was typed, in the metric's unit; null for what is no number of 0 or more, or more than 100 %. */
export function readTarget(metric: ActionMetric, text: string): number | null {
  if (/,\d{3}$/.test(text.trim())) return null;
  const plain = text.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(plain)) return null;
  if (metricWords[metric].unit !== 'share') return Number(plain);
  return Number(plain) <= 100 ? Number((Number(plain) / 100).toFixed(6)) : null;
}

/** What stands beside the field of a target. */
export function targetUnit(metric: ActionMetric, currency: string): string {
  const { unit } = metricWords[metric];
  if (unit === 'moneyPerWeek') return `${currency} a week`;
  return { days: 'working days', issues: 'issues', issuesPerWeek: 'issues a week', share: '%' }[unit];
}
