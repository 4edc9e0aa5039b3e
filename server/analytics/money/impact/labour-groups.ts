import { milestones } from '../../flow-view/milestones.ts';
import type { LabourByRow } from '../labour/labour-by-row.ts';
import { reworkByStage } from '../labour/rework-by-stage.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { paidDay } from '../paid-day.ts';

/** Labour that has something in common. */
export interface LabourGroup {
  readonly title: string;
  /** Person-days in every cost period. */
  readonly personDays: Float64Array;
  /** What each issue has part in it, as a plain number, by the row on which it is booked. */
  readonly amounts: ReadonlyMap<number, number>;
}

/** Rework by the stage where it passed, in workflow order. */
export function reworkGroups(question: MoneyQuestion): LabourGroup[] {
  const { stages } = question.view;
  return reworkByStage(question).map((group, place) => ({
    title: `Rework in ${stages[place]?.name ?? 'no stage'}`,
    ...group,
  }));
}

/** Labour on dropped items by their type, by name. */
export function discardedGroups({ view, calendar }: MoneyQuestion, periods: readonly LabourByRow[]): LabourGroup[] {
  const { type, strings } = view.table;
  const { discarded } = view.derive(milestones);
  const groups = new Map<number, { personDays: Float64Array; amounts: Map<number, number> }>();
  periods.forEach(({ period, rows, personDays }, index) => {
    const dayCosts = paidDay(period.model, calendar).toNumber();
    rows.forEach((row, place) => {
      if (discarded[row] === 0) return;
      const its = type[row] ?? 0;
      const days = personDays[place] ?? 0;
      const group = groups.get(its) ?? { personDays: new Float64Array(periods.length), amounts: new Map() };
      groups.set(its, group);
      group.personDays[index] = (group.personDays[index] ?? 0) + days;
      group.amounts.set(row, (group.amounts.get(row) ?? 0) + days * dayCosts);
    });
  });
  return [...groups]
    .map(([its, group]) => ({ title: `Dropped work of type ${strings[its] || 'none'}`, ...group }))
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}
