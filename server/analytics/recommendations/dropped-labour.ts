import { milestones } from '../flow-view/milestones.ts';
import { segmentStatuses } from '../flow-view/segment-statuses.ts';
import { statusPlaces } from '../flow-view/status-places.ts';
import type { Decimal } from '../money/decimal.ts';
import { amountOfLabour } from '../money/labour/labour-amounts.ts';
import { walkLabour } from '../money/labour/walk-labour.ts';
import type { MoneyQuestion } from '../money/money-question.ts';
import { paidDay } from '../money/paid-day.ts';
import { slotCount } from '../stuck-work/stage-slots.ts';

/** What of the labour of a window went into issues that are known at asOf to be dropped. */
export interface DroppedLabour {
  /** Of all labour that went into issues, 0 to 1. */
  readonly share: number;
  /** Unrounded. */
  readonly cost: Decimal;
  /** What each of them took, as a plain amount by row: to rank and to resample. */
  readonly amounts: ReadonlyMap<number, number>;
  /** Where most of it passed: the slot of a stage, and the part of the cost, 0 to 1. */
  readonly most: { readonly slot: number; readonly share: number };
}

/** Null where no labour went into issues. */
export function droppedLabour(question: MoneyQuestion): DroppedLabour | null {
  const { view, costs, calendar } = question;
  const { discarded } = view.derive(milestones);
  const slotOf = slotOfSegment(question);
  const all = new Float64Array(costs.length);
  const slots = Array.from({ length: slotCount(view) }, () => new Float64Array(costs.length));
  const amounts = new Map<number, number>();
  costs.forEach(({ from, to, model }, period) => {
    const dayCosts = paidDay(model, calendar).toNumber();
    let sum = 0;
    walkLabour(question, from, to, (segment, row, share) => {
      sum += share;
      if (discarded[row] !== 1) return;
      const slot = slots[slotOf(segment)];
      if (slot) slot[period] = (slot[period] ?? 0) + share;
      amounts.set(row, (amounts.get(row) ?? 0) + share * dayCosts);
    });
    all[period] = sum;
  });
  const whole = amountOfLabour(question, all);
  if (whole.isZero()) return null;
  const dropped = costs.map((_, period) => slots.reduce((sum, days) => sum + (days[period] ?? 0), 0));
  const cost = amountOfLabour(question, dropped);
  const costOfSlots = slots.map((days) => amountOfLabour(question, days));
  const slot = costOfSlots.reduce((most, its, place) => (its.gt(costOfSlots[most] ?? 0) ? place : most), 0);
  const share = cost.isZero() ? 0 : (costOfSlots[slot]?.div(cost).toNumber() ?? 0);
  return { share: cost.div(whole).toNumber(), cost, amounts, most: { slot, share } };
}

/** What each dropped issue took in one slot, in person-days. */
export function droppedIn(question: MoneyQuestion, slot: number): ReadonlyMap<number, number> {
  const { discarded } = question.view.derive(milestones);
  const slotOf = slotOfSegment(question);
  const days = new Map<number, number>();
  for (const { from, to } of question.costs)
    walkLabour(question, from, to, (segment, row, share) => {
      if (discarded[row] === 1 && slotOf(segment) === slot) days.set(row, (days.get(row) ?? 0) + share);
    });
  return days;
}

function slotOfSegment({ view }: MoneyQuestion): (segment: number) => number {
  const statuses = view.derive(segmentStatuses);
  const { stage, kind } = view.derive(statusPlaces);
  return (segment) => {
    const status = statuses[segment] ?? 0;
    const place = stage[status] ?? -1;
    return place >= 0 ? place : view.stages.length + (kind[status] ?? 0);
  };
}
