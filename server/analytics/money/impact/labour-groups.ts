import { milestones } from '../../flow-view/milestones.ts';
import { reworkByStage } from '../labour/rework-by-stage.ts';
import { walkLabour } from '../labour/walk-labour.ts';
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
export function discardedGroups(question: MoneyQuestion): LabourGroup[] {
  const { view, costs, calendar } = question;
  const { type, strings } = view.table;
  const { discarded } = view.derive(milestones);
  const groups = new Map<number, { personDays: Float64Array; amounts: Map<number, number> }>();
  costs.forEach(({ from, to, model }, period) => {
    const dayCosts = paidDay(model, calendar).toNumber();
    walkLabour(question, from, to, (_segment, row, share) => {
      if (discarded[row] === 0) return;
      const its = type[row] ?? 0;
      const group = groups.get(its) ?? { personDays: new Float64Array(costs.length), amounts: new Map() };
      groups.set(its, group);
      group.personDays[period] = (group.personDays[period] ?? 0) + share;
      group.amounts.set(row, (group.amounts.get(row) ?? 0) + share * dayCosts);
    });
  });
  return [...groups]
    .map(([its, group]) => ({ title: `Dropped work of type ${strings[its] || 'none'}`, ...group }))
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}
