import type { CostModel } from '../../../domain/cost-model.ts';
import type { FlowView } from '../../flow-view/flow-view.ts';
import { epicRows } from './epic-rows.ts';

/** What the cost of a team can be split by. */
export const costSplits = ['TYPE', 'EPIC', 'CAPITALISATION'] as const;
export type CostSplit = (typeof costSplits)[number];

/** The parts into which labour is split, by number. */
export interface LabourSplit {
  /** Of the labour booked on a row, while a cost model holds. */
  partOf(row: number, model: CostModel): number;
  nameOf(part: number): string;
}

export function labourSplit(view: FlowView, split: CostSplit): LabourSplit {
  switch (split) {
    case 'TYPE':
      return byType(view);
    case 'EPIC':
      return byEpic(view);
    case 'CAPITALISATION':
      return byCapitalisation(view);
  }
}

const byType = ({ table: { type, strings } }: FlowView): LabourSplit => ({
  partOf: (row) => type[row] ?? 0,
  nameOf: (part) => strings[part] || 'No type',
});

function byEpic(view: FlowView): LabourSplit {
  const epics = view.derive(epicRows);
  return {
    partOf: (row) => epics[row] ?? -1,
    nameOf: (part) => view.table.keys[part] ?? 'No epic',
  };
}

/** By the rules of the model, type by type and without case; a type without a rule is expensed. */
function byCapitalisation({ table: { type, strings } }: FlowView): LabourSplit {
  const capitalised = new Map<CostModel, Uint8Array>();
  const typesOf = (model: CostModel): Uint8Array => {
    const rules = new Map(model.capitalisation.map((rule) => [rule.issueType.toLowerCase(), rule.capitalised]));
    return Uint8Array.from(strings, (text) => (rules.get(text.toLowerCase()) ? 1 : 0));
  };
  return {
    partOf(row, model) {
      let types = capitalised.get(model);
      if (!types) {
        types = typesOf(model);
        capitalised.set(model, types);
      }
      return types[type[row] ?? 0] ?? 0;
    },
    nameOf: (part) => (part === 1 ? 'Capitalised' : 'Expensed'),
  };
}
