import type { ActionMetric } from '../../domain/action.ts';

/** How a sentence speaks of a metric. `stage` is its name where it narrows the metric. */
export interface MetricWords {
  readonly name: string;
  readonly value: (value: number) => string;
  /** What follows two values: "fell from 9.1 to 6.4 days". */
  readonly unit: string;
  /** What follows a change. */
  readonly unitOfChange: string;
}

const names: Readonly<Record<ActionMetric, string>> = {
  CYCLE_TIME_P85: 'Cycle time (p85)',
  LEAD_TIME_P85: 'Lead time (p85)',
  THROUGHPUT: 'Throughput',
  WIP: 'Work in progress',
  FLOW_EFFICIENCY: 'Flow efficiency',
  STAGE_STAY_P85: 'The stay (p85)',
  REOPEN_RATE: 'The reopen rate',
  REWORK_RATE: 'The rework rate',
  BLOCKED_SHARE: 'The share of time blocked',
  DELAY_COST: 'Delay cost',
};

export function metricWords(metric: ActionMetric, stage: string | null, currency: string): MetricWords {
  const name = stage === null ? names[metric] : `${names[metric]} in ${stage}`;
  switch (metric) {
    case 'CYCLE_TIME_P85':
    case 'LEAD_TIME_P85':
    case 'STAGE_STAY_P85':
      return { name, value: oneDigit, unit: ' days', unitOfChange: ' days' };
    case 'THROUGHPUT':
      return { name, value: oneDigit, unit: ' issues a week', unitOfChange: ' issues a week' };
    case 'WIP':
      return { name, value: oneDigit, unit: ' issues', unitOfChange: ' issues' };
    case 'DELAY_COST': {
      const unit = ` ${currency} a week`;
      return { name, value: (value) => Math.round(value).toLocaleString('en-GB'), unit, unitOfChange: unit };
    }
    default:
      return { name, value: (value) => oneDigit(100 * value), unit: ' %', unitOfChange: ' points' };
  }
}

const oneDigit = (value: number): string => value.toFixed(1);

export interface FoundChange {
  readonly before: number;
  readonly after: number;
  readonly chance: number;
  readonly isBeyondChance: boolean;
  /** Whether the metric moved the way that its items did on the whole: a percentile may not. */
  readonly movesAlike: boolean;
  readonly controlChange: number | null;
  readonly standsOut: boolean;
}

/** What was found, with its numbers. */
export function changeSentence(
  { name, value, unit, unitOfChange }: MetricWords,
  { before, after, chance, isBeyondChance, movesAlike, controlChange, standsOut }: FoundChange,
): string {
  const [from, to] = [value(before), value(after)];
  const moved =
    from === to
      ? `${name} stayed at ${to}${unit}`
      : `${name} ${after < before ? 'fell' : 'rose'} from ${from} to ${to}${unit}`;
  if (isBeyondChance && !movesAlike)
    return `${moved}, but all that it is made of, taken together, moved the other way (by chance ${oneIn(chance)}): the two do not agree.`;
  const explained = isBeyondChance ? 'more than chance explains' : 'which chance explains';
  const found = `${moved}, ${explained} (${oneIn(chance)})`;
  if (controlChange === null) return `${found}.`;
  const elsewhere = `teams that did nothing of the kind changed by ${signed(controlChange, value)}${unitOfChange}`;
  return isBeyondChance && !standsOut
    ? `${found}, but not more than elsewhere: ${elsewhere}.`
    : `${found}; ${elsewhere}.`;
}

const signed = (change: number, value: (value: number) => string): string =>
  `${change < 0 ? '−' : '+'}${value(Math.abs(change))}`;

/** "1 in 200", or "3 in 10" where it is no surprise: more digits than chance deserves would be too many. */
function oneIn(chance: number): string {
  if (chance >= 0.15) return `${Math.round(10 * chance)} in 10`;
  return `1 in ${Number((1 / chance).toPrecision(2)).toLocaleString('en-GB')}`;
}
