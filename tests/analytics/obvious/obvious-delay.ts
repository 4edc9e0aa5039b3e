import { isDiscarding } from '../../../server/analytics/flow-view/is-discarding.ts';
import type { CostModel } from '../../../server/domain/cost-model.ts';
import type { RandomWorld } from '../../support/random-world.ts';
import { placeOf } from './obvious-life.ts';
import type { ObviousGroup } from './obvious-places.ts';
import { teamAt } from './obvious-places.ts';
import type { ObviousQuestion } from './obvious-question.ts';

type Life = ObviousQuestion['lives'][number];

/** A piece of a life between two of its turns, in which the issue waited. */
export interface ObviousWait {
  readonly from: number;
  readonly to: number;
  readonly places: Readonly<Record<Exclude<ObviousGroup, 'TYPE'>, string>>;
}

/** Goes from turn to turn, and looks up at each whether the issue waits there. */
export function obviousWaits(life: Life, world: RandomWorld): ObviousWait[] {
  const { startedAt, turns, stays } = life;
  const ends = Math.min(life.doneAt ?? Number.POSITIVE_INFINITY, world.asOf);
  if (startedAt === null) return [];
  return turns.flatMap((from, index): ObviousWait[] => {
    const to = Math.min(turns[index + 1] ?? Number.POSITIVE_INFINITY, ends);
    if (from < startedAt || from >= to) return [];
    const status = stays.find((stay) => stay.from <= from && from < stay.to)?.status ?? '';
    const { stage, kind } = placeOf(status, world);
    const waits =
      kind === 'QUEUE' || (kind !== 'DONE' && life.flaggedAt(from)) || (kind === 'ACTIVE' && life.awaitsOwnerAt(from));
    if (!waits) return [];
    const places = { STATUS: status, STAGE: stage ?? `NO_STAGE_${kind}`, TEAM: teamAt(life, world, from) };
    return [{ from, to, places }];
  });
}

export interface ObviousValue {
  readonly perWeek: number;
  readonly isPayback: boolean;
}

/** What a week of not having an issue costs; null without a value. `personDays` is the labour of its whole life. */
export function obviousValue(
  { issue, doneAt }: Life,
  model: CostModel,
  hoursPerDay: number,
  personDays: number,
): ObviousValue | null {
  if (doneAt !== null && isDiscarding(issue.resolution ?? '')) return null;
  const names = [issue.priority ?? '', ...issue.labels].filter((name) => name !== '').map((name) => name.toUpperCase());
  const matching = model.valueClasses.filter(({ match }) => names.includes(match.toUpperCase()));
  if (matching.length > 0)
    return { perWeek: Math.max(...matching.map(({ perWeek }) => Number(perWeek))), isPayback: false };
  if (personDays === 0) return null;
  const dayCosts = hoursPerDay * Number(model.defaultHourlyRate) * model.burden;
  return { perWeek: (personDays * dayCosts) / model.paybackWeeks, isPayback: true };
}
