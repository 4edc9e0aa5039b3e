import type { FlowView } from '../flow-view/flow-view.ts';
import { flawTexts } from './flaw-texts.ts';
import { gradeOf, type QualityGrade } from './grade-of.ts';
import { type RowFlaw, rowFlaw, rowFlaws } from './row-flaws.ts';

export interface QualityWarning {
  readonly code: RowFlaw;
  readonly message: string;
  readonly count: number;
  readonly fix: string;
  /** The issues it concerns, ascending. */
  readonly rows: Uint32Array;
}

export interface DataQuality {
  readonly grade: QualityGrade;
  readonly warnings: readonly QualityWarning[];
}

/** What is wrong with the histories of the rows a figure is made of. */
export function qualityOf(view: FlowView, rows: Uint32Array): DataQuality {
  const flaws = view.derive(rowFlaws);
  const codes = Object.keys(flawTexts) as RowFlaw[];
  let serious = 0;
  for (const code of codes) if (flawTexts[code].movesFigures) serious |= rowFlaw[code];
  let present = 0;
  let flawed = 0;
  for (const row of rows) {
    present |= flaws[row] ?? 0;
    if (((flaws[row] ?? 0) & serious) !== 0) flawed += 1;
  }
  return {
    grade: gradeOf(flawed, rows.length),
    warnings: codes
      .filter((code) => (present & rowFlaw[code]) !== 0)
      .map((code) => {
        const concerned = rows.filter((row) => ((flaws[row] ?? 0) & rowFlaw[code]) !== 0);
        const count = concerned.length;
        const message = `${count} of ${rows.length} issues ${flawTexts[code].message}.`;
        return { code, message, count, fix: flawTexts[code].fix, rows: concerned };
      }),
  };
}
