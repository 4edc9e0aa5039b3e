import { calendarClock } from '../../clocks/calendar-clock.ts';
import { daysInText } from '../../clocks/days-in-text.ts';
import { secondsPerDay } from '../../clocks/local-date.ts';
import type { LocalWindow } from '../../clocks/window-of.ts';
import { sumOfDays } from '../../flow-series/series-of.ts';
import { systemFlow } from '../../flow-series/system-flow.ts';
import { deliveredWithin } from '../../flow-view/delivered-within.ts';
import { measureSeconds } from '../../flow-view/measure-seconds.ts';
import { milestones } from '../../flow-view/milestones.ts';
import { costModelAtEnd } from '../../money/cost-model-at-end.ts';
import { delayOfWindow } from '../../money/delay/delay-cost.ts';
import { savingOfDelay } from '../../money/delay/saving-of-delay.ts';
import type { Estimate } from '../../money/estimate.ts';
import type { MoneyQuestion } from '../../money/money-question.ts';
import { workInOrder } from '../../money/sequence/work-in-order.ts';
import { durationPercentiles } from '../../statistics/duration-percentiles.ts';
import type { AdviceQuestion } from '../advice-question.ts';
import { figureInText, issuesInText } from '../figures-in-text.ts';
import { heaviestFirst } from '../heaviest-first.ts';
import type { Finding, Rule } from '../rule.ts';

/** Of the share by which work in progress falls, waiting falls by so much at least. */
const leastFollowed = 0.5;

const how =
  'What waiting cost in the window, of all but the issues to park, × the share by which work in progress falls: at the ' +
  "same rate of departures the time that each issue takes falls with it (Little's law), and work itself takes as long as " +
  'before. That waiting falls by half of that share at least is an assumption.';

/** What fits, and what is there. */
interface Load {
  /** Average over the window's time. */
  readonly averageWip: number;
  /** Departures a day of 24 hours. */
  readonly perDay: number;
  /** Calendar seconds: the 85th percentile of cycle time in the window before. */
  readonly target: number;
  /** Departures a day × target: by Little's law, what may be under way for the target to be met. */
  readonly fits: number;
}

/** R2: more is under way than can be finished within the time that was usual, so some of it has to rest. */
export const tooMuchWork: Rule = {
  id: 'R2',
  hygiene: false,
  find(question) {
    const load = loadOf(question.money);
    if (!load || load.averageWip <= load.fits) return [];
    const underWay = workInOrder(question.money.view, question.money.rows);
    // Something has to go on, however little fits.
    const count = Math.min(Math.ceil(underWay.length - load.fits), underWay.length - 1);
    return count > 0 ? [findingOf(question, load, parked(question, underWay, count), underWay.length)] : [];
  },
};

function loadOf({ view, rows, window, previous }: MoneyQuestion): Load | null {
  const flow = systemFlow(view, rows, window);
  const departures = sumOfDays(flow.departures, 0, window.dayCount);
  const before = Float64Array.from(deliveredWithin(view, rows, previous), (row) =>
    measureSeconds(view, row, 'CYCLE', calendarClock),
  );
  const target = durationPercentiles(before, calendarClock).p85?.seconds ?? 0;
  if (flow.averageWip === null || departures === 0 || target === 0) return null;
  const perDay = departures / ((window.to - window.from) / secondsPerDay);
  return { averageWip: flow.averageWip, perDay, target, fits: (departures * target) / (window.to - window.from) };
}

/** The last of the best order, the one that is worth least for the time it takes first; before them what has no value, the latest begun first. */
function parked(question: AdviceQuestion, underWay: Uint32Array, count: number): Uint32Array {
  const best = question.order().rows;
  const hasValue = new Set(best);
  const without = underWay.filter((row) => !hasValue.has(row));
  return Uint32Array.from([...without.toReversed(), ...best.toReversed()].slice(0, count));
}

function findingOf(question: AdviceQuestion, load: Load, toPark: Uint32Array, underWay: number): Finding {
  const { money } = question;
  const { view, rows, window, previous } = money;
  const { averageWip, perDay, target, fits } = load;
  const { startedAt, doneAt } = view.derive(milestones);
  const endOf = (row: number): number => doneAt[row] || view.asOf;
  const cycle = (row: number): number => endOf(row) - (startedAt[row] ?? 0);
  const inside = (row: number): number =>
    Math.min(endOf(row), window.to) - Math.max(startedAt[row] || view.asOf, window.from);
  const less = averageWip - fits;
  // Rounded down: what is told to fit, fits.
  const fitting = figureInText(Math.floor(fits * 10) / 10);
  const count = issuesInText(toPark.length);
  const targetText = daysInText(target, calendarClock);
  return {
    subject: 'issues',
    title: `Park ${count}, and begin a new one only when another is done`,
    advice:
      `On average ${figureInText(averageWip)} issues were under way, and ${underWay} are now. At ${figureInText(perDay)} done a ` +
      `day, ${fitting} can be finished within ${targetText}, as 85 of 100 were in the ${previous.dayCount} days before. ` +
      `Park the ${count} named here, which are worth least for the time that they still take; of the ` +
      `${underWay - toPark.length} that go on, begin a new one only when another is done.`,
    evidence: [
      {
        text: 'Work in progress on average',
        value: `${figureInText(averageWip)} issues`,
        rows: () =>
          heaviestFirst(
            view,
            rows.filter((row) => inside(row) > 0),
            inside,
          ),
      },
      {
        text: `What fits: ${figureInText(perDay)} done or dropped a day × ${targetText}`,
        value: `${fitting} issues`,
        rows: () => heaviestFirst(view, departedWithin(money, window), cycle),
      },
      {
        text: `85 of 100 issues were done within, in the ${previous.dayCount} days before`,
        value: targetText,
        rows: () => heaviestFirst(view, deliveredWithin(view, rows, previous), cycle),
      },
      { text: 'To park, what is worth least first', value: count, rows: () => toPark },
    ],
    severity: averageWip / fits,
    expectedEffect: { metric: 'WIP', low: -less, base: -less, high: -less * leastFollowed },
    worth: worthOf(money, toPark, less / averageWip),
    effort: 'SMALL',
    cautions: [
      "It holds on the average, as long as as much is begun as is done (Little's law): parking alone helps nobody if other work is begun instead.",
      'What is parked is finished later: its own waiting is not reckoned with. Tell those who wait for it.',
      'The order rests on what each issue is worth: an issue of no value class is worth what its labour has to pay back.',
    ],
    guardMetrics: ['THROUGHPUT', 'CYCLE_TIME_P85'],
    metric: 'WIP',
    stageId: null,
  };
}

function departedWithin({ view, rows }: MoneyQuestion, { from, to }: LocalWindow): Uint32Array {
  const { doneAt } = view.derive(milestones);
  return rows.filter((row) => (doneAt[row] ?? 0) >= from && (doneAt[row] ?? 0) < to);
}

/** @param fall of work in progress, as a share of it */
function worthOf(money: MoneyQuestion, toPark: Uint32Array, fall: number): Estimate | null {
  const rests = new Set(toPark);
  const delay = delayOfWindow({ ...money, rows: money.rows.filter((row) => !rests.has(row)) });
  if (delay.rows.length === 0) return null;
  const name = 'Waiting falls half as much as work in progress instead of as much';
  return savingOfDelay(delay, { low: fall * leastFollowed, base: fall, high: fall, name }, costModelAtEnd(money), how);
}
