import { randomGamma, randomNormal } from 'd3-random';
import type { ActionWorld } from '../../server/analytics/actions/action-world.ts';
import type { Trial } from '../../server/analytics/actions/judgement.ts';
import { clocksOf } from '../../server/analytics/clocks/clocks-of.ts';
import { localDateText, secondsPerDay } from '../../server/analytics/clocks/local-date.ts';
import { assembleFlowTable } from '../../server/analytics/flow-table/assemble-flow-table.ts';
import { writeFlow } from '../../server/analytics/flow-table/write-flow.ts';
import { viewFlow } from '../../server/analytics/flow-view/view-flow.ts';
import { seededRandom } from '../../server/analytics/statistics/seeded-random.ts';
import type { FlowChunk } from '../../server/domain/flow-chunk.ts';
import { buildIssue, statusItem } from './build-issue.ts';
import { worldStages, worldStatuses } from './random-world.ts';
import { settingsIn } from './settings.ts';

/**
 * Worlds in which it is known what an action has done. Teams start work on working days, from nine to five in UTC; an issue
 * is built, waits for review, and is done. Days are counted from Monday, 2024-01-01.
 */
const monday = Date.UTC(2024, 0, 1) / 1000;
const firstDay = monday / secondsPerDay;

/** What happens when, in days. The first weeks fill the pipe. */
export interface TrialPlan {
  readonly baselineFrom: number;
  readonly baselineDays: number;
  readonly afterDays: number;
}

/** A quarter before, like every baseline, and another since. */
export const quarters: TrialPlan = { baselineFrom: 35, baselineDays: 90, afterDays: 90 };

/** How a team works. */
export interface TeamHabits {
  /** Issues started on a working day, on average. */
  readonly startsPerDay: number;
  /** How much more the starts of a day differ than if a fixed number of people each took up work when free: 1 is Poisson. */
  readonly dispersion: number;
  /** Of the working time from start to done. */
  readonly medianDays: number;
  /** Of its logarithm: half of the issues lie within a factor of e^(0.67 sigma). */
  readonly sigma: number;
  /** Share of issues that take six times as long as the others. */
  readonly tail: number;
  /** Whether more is started on Mondays, and much is done on Fridays. */
  readonly weeklyRhythm: boolean;
  /** Share of active time. */
  readonly efficiency: number;
}

/** What what is tried multiplies, from the day after it began. */
export interface Effect {
  readonly cycleTime?: number;
  readonly throughput?: number;
  readonly efficiency?: number;
}

const endOf = (plan: TrialPlan): number => dayOfBeginning(plan) + 1 + plan.afterDays;
const dayOfBeginning = ({ baselineFrom, baselineDays }: TrialPlan): number => baselineFrom + baselineDays;

/** What a team starts up to the day on which what is tried begins, as sync would store it. */
export function historyBefore(seed: number, habits: TeamHabits, plan: TrialPlan = quarters): FlowChunk {
  return historyOf(seed, habits, {}, 0, dayOfBeginning(plan) + 1, plan);
}

/** What it starts from then on. The same chance decides whatever the effect. */
export function historyAfter(
  seed: number,
  habits: TeamHabits,
  effect: Effect = {},
  plan: TrialPlan = quarters,
): FlowChunk {
  return historyOf(seed, habits, effect, dayOfBeginning(plan) + 1, endOf(plan), plan);
}

function historyOf(
  seed: number,
  habits: TeamHabits,
  { cycleTime = 1, throughput = 1, efficiency = 1 }: Effect,
  from: number,
  to: number,
  plan: TrialPlan,
): FlowChunk {
  const random = seededRandom(seed * 7919 + from);
  const normal = randomNormal.source(random)();
  const biographies: ReturnType<typeof biographyOf>[] = [];
  for (let day = from; day < to; day += 1) {
    if (day % 7 > 4) continue;
    const rhythm = habits.weeklyRhythm ? (startsOfWeek[day % 7] ?? 1) : 1;
    const starts = countOf(habits.startsPerDay * rhythm * throughput, habits.dispersion, random);
    for (let start = 0; start < starts; start += 1) {
      const began = workingSecondsOf(day) + Math.floor(random() * 28_800);
      const isLong = random() < habits.tail;
      const length = habits.medianDays * 28_800 * Math.exp(habits.sigma * normal()) * (isLong ? 6 : 1) * cycleTime;
      const done = began + Math.round(length);
      const told = habits.weeklyRhythm && random() < 0.3 ? fridayOf(done) : done;
      const active = Math.min(habits.efficiency * (0.5 + random()) * efficiency, 1);
      const built = began + Math.round((told - began) * active);
      const id = `${seed}-${from}-${biographies.length}`;
      biographies.push(biographyOf(id, String(seed), [began, built, told].map(instantOf), endOf(plan)));
    }
  }
  return writeFlow(null, biographies);
}

/** More is started on Mondays. */
const startsOfWeek = [1.8, 1.1, 0.9, 0.7, 0.5];

function biographyOf(id: string, projectId: string, [began = 0, built = 0, done = 0]: number[], end: number) {
  const asOf = monday + end * secondsPerDay;
  const moves = [
    [began, '1', '4'],
    [built, '4', '6'],
    [done, '6', '8'],
  ] as const;
  const seen = moves.filter(([at]) => at < asOf);
  const statusId = seen.at(-1)?.[2] ?? '1';
  return {
    issue: buildIssue({
      id,
      key: `P${id}`,
      projectId,
      createdAt: new Date((began - secondsPerDay) * 1000),
      statusId,
      resolution: statusId === '8' ? 'Done' : null,
    }),
    history: seen.map(([at, from, to], step) => ({
      id: String(step),
      at: new Date(at * 1000),
      authorId: null,
      items: [statusItem(from, to)],
    })),
  };
}

/** A whole number with the given mean, and a variance of so many times the mean. */
function countOf(expected: number, dispersion: number, random: () => number): number {
  if (dispersion < 1) {
    // Of 1 / (1 − dispersion) as many that could, each does with the same likelihood.
    const most = expected / (1 - dispersion);
    let count = 0;
    for (let one = 0; one < Math.floor(most); one += 1) if (random() < expected / most) count += 1;
    return count + (random() < (most % 1) * (expected / most) ? 1 : 0);
  }
  const rate = dispersion === 1 ? expected : randomGamma.source(random)(expected / (dispersion - 1), dispersion - 1)();
  let count = -1;
  for (let passed = 0; passed < rate; count += 1) passed -= Math.log(1 - random());
  return Math.max(count, 0);
}

/** Working seconds from the first Monday up to the morning of a working day, eight hours a day. */
const workingSecondsOf = (day: number): number => (5 * Math.floor(day / 7) + (day % 7)) * 28_800;

/** The instant at which so many working seconds have passed. */
function instantOf(workingSeconds: number): number {
  const workingDay = Math.floor(workingSeconds / 28_800);
  const day = 7 * Math.floor(workingDay / 5) + (workingDay % 5);
  return monday + day * secondsPerDay + 9 * 3600 + (workingSeconds % 28_800);
}

/** The same time of day on the Friday of the week, in working seconds. */
const fridayOf = (workingSeconds: number): number =>
  workingSeconds + (4 - (Math.floor(workingSeconds / 28_800) % 5)) * 28_800;

const settings = settingsIn('UTC');
const clocks = clocksOf(settings);

/** Some teams side by side, each of the project with its seed as id, as of midnight at the end of the plan. */
export function trialWorld(teams: ReadonlyMap<number, readonly FlowChunk[]>, plan: TrialPlan = quarters): ActionWorld {
  const view = viewFlow(assembleFlowTable([...teams.values()].flat()), {
    stages: worldStages,
    statuses: worldStatuses,
    projects: [...teams.keys()].map((seed) => ({ id: `${seed}`, key: `P${seed}`, name: `${seed}`, archived: false })),
    teams: [],
    asOf: monday + endOf(plan) * secondsPerDay,
  });
  return { view, clocks, settings, locked: [] };
}

/** The trial of a team by one metric, begun on the day after its baseline. */
export function trialOf(
  metric: Trial['metric'],
  teamId: string | null,
  value: number,
  plan: TrialPlan = quarters,
): Trial {
  const date = (day: number): string => localDateText(firstDay + day);
  return {
    metric,
    stageId: null,
    teamId,
    baseline: {
      value,
      n: 100,
      firstDate: date(plan.baselineFrom),
      lastDate: date(plan.baselineFrom + plan.baselineDays - 1),
    },
    begunOn: date(dayOfBeginning(plan)),
    reviewOn: date(dayOfBeginning(plan) + plan.afterDays),
    promise: null,
    guardMetrics: [],
    touchedTeamIds: [],
  };
}
