import { deliveredWithin } from '../../flow-view/delivered-within.ts';
import { teamOfProject } from '../../flow-view/team-of-project.ts';
import type { Question } from '../../metrics/question.ts';
import { mean } from '../../statistics/mean.ts';
import { presentSlot } from '../../stuck-work/stage-slots.ts';
import { type ItemValues, sourceOf } from '../delay/item-values.ts';
import type { Estimate } from '../estimate.ts';
import { bestSwaps } from './best-swaps.ts';
import { secondsPerWeek } from './cost-of-time.ts';
import { swapWorth } from './swap-worth.ts';
import { timesToDone } from './time-to-done.ts';
import { workInOrder } from './work-in-order.ts';

/** Two rows of one team, the first of which stands before the second in the present order. */
export interface TeamSwap {
  readonly first: number;
  readonly second: number;
  /** What their exchange saves while the team finishes as many side by side as in the window. */
  readonly worth: Estimate;
  /** How many those are, 1 at least: by Little, what the team delivered a day × the days that one takes. */
  readonly sideBySide: number;
}

/**
 * The swaps that save most, most first, of two issues that the same team has under way: what another team has under way
 * nobody can take first. Teams work by themselves, so that each has an order and a pace of its own. No issue is in two.
 */
export function swapsWithinTeams(question: Question, values: ItemValues, count: number): TeamSwap[] {
  const { view, rows, window } = question;
  const { project, strings } = view.table;
  const teamOf = view.derive(teamOfProject);
  const teamOfRow = (row: number): string => teamOf(strings[project[row] ?? 0] ?? '');
  const delivered = countBy(deliveredWithin(view, rows, window), teamOfRow);
  const times = timesToDone(question);
  const timeOf = (row: number) => times[presentSlot(view, row)] ?? { seconds: 0, n: 0 };
  const work = workInOrder(view, rows).filter((row) => sourceOf(values, row) !== null);
  const placeOf = new Map(Array.from(work, (row, place) => [row, place]));
  const teams = new Map<string, number[]>();
  for (const row of work) {
    const team = teamOfRow(row);
    const its = teams.get(team);
    if (its) its.push(row);
    else teams.set(team, [row]);
  }
  return [...teams]
    .flatMap(([team, its]) => {
      const own = Uint32Array.from(its);
      const seconds = Float64Array.from(own, (row) => timeOf(row).seconds);
      const perSecond = (delivered.get(team) ?? 0) / Math.max(1, window.to - window.from);
      const sideBySide = Math.max(1, perSecond * (mean(seconds) ?? 0));
      const sequence = {
        rate: Float64Array.from(own, (row) => values.perWeek[row] ?? 0),
        duration: seconds.map((time) => time / secondsPerWeek),
      };
      const known = { values, rows: own, seconds, delivered: (place: number) => timeOf(own[place] ?? 0).n };
      return bestSwaps(sequence, count).map((swap) => ({
        first: own[swap.first] ?? 0,
        second: own[swap.second] ?? 0,
        worth: swapWorth(known, swap, sideBySide),
        sideBySide,
      }));
    })
    .sort((a, b) => b.worth.base.comparedTo(a.worth.base) || (placeOf.get(a.first) ?? 0) - (placeOf.get(b.first) ?? 0))
    .slice(0, count);
}

function countBy(rows: Uint32Array, groupOf: (row: number) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const group = groupOf(row);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}
