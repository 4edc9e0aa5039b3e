import type { CostModel } from '../../domain/cost-model.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { Decimal } from '../money/decimal.ts';
import { valueClassesOf } from '../money/delay/value-classes.ts';

/** What is to be done before all else. */
export interface TopClass {
  /** As people call it: "Highest", "Blocker or hotfix". */
  readonly name: string;
  /** Why it is taken for that, as the end of a sentence. */
  readonly because: string;
  includes(row: number): boolean;
}

/** What priorities are called that go before all others, in any case; the first of them that somebody uses is meant. */
const urgentNames = ['Highest', 'Blocker', 'Critical', 'Urgent', 'Expedite', 'Emergency', 'P0', 'P1'];

/**
 * The dearest of the value classes, where something is worth more than nothing; else the priority, among those of the
 * rows, that says so by its name. Null without either.
 */
export function topClass(view: FlowView, rows: Uint32Array, { valueClasses }: CostModel): TopClass | null {
  return ofValue(view, valueClasses) ?? ofPriority(view, rows);
}

function ofValue(view: FlowView, classes: CostModel['valueClasses']): TopClass | null {
  const most = Decimal.max(0, ...classes.map(({ perWeek }) => perWeek));
  const dearest = classes.filter(({ perWeek }) => most.eq(perWeek));
  if (most.isZero() || dearest.length === 0) return null;
  const { ofRow } = valueClassesOf(view, dearest);
  return {
    name: dearest.map(({ match }) => match).join(' or '),
    because: 'no value class costs more a week',
    includes: (row) => (ofRow[row] ?? -1) >= 0,
  };
}

function ofPriority({ table }: FlowView, rows: Uint32Array): TopClass | null {
  const { priority, strings } = table;
  const isUsed = new Uint8Array(strings.length);
  for (const row of rows) isUsed[priority[row] ?? 0] = 1;
  const used = strings.filter((_, place) => isUsed[place] === 1);
  const name = urgentNames
    .map((urgent) => used.filter((text) => text.toLowerCase() === urgent.toLowerCase()).sort()[0])
    .find((text) => text !== undefined);
  if (name === undefined) return null;
  const isTop = strings.map((text) => text.toLowerCase() === name.toLowerCase());
  return { name, because: 'that is its name', includes: (row) => isTop[priority[row] ?? 0] === true };
}
