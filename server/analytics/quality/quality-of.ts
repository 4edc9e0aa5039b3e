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

const codes = Object.keys(flawTexts) as RowFlaw[];
const serious = codes.reduce((bits, code) => bits | (flawTexts[code].movesFigures ? rowFlaw[code] : 0), 0);
/** Every set of flaws is a number below this. */
const flawSets = 1 << codes.length;

/** What is wrong with the histories of the rows a figure is made of. */
export function qualityOf(view: FlowView, rows: Uint32Array): DataQuality {
  const flaws = view.derive(rowFlaws);
  // How many rows have each set of flaws: one look at each row, however many flaws there are.
  const rowsWith = new Uint32Array(flawSets);
  for (const row of rows) {
    const set = flaws[row] ?? 0;
    rowsWith[set] = (rowsWith[set] ?? 0) + 1;
  }
  const countOf = (bits: number): number =>
    rowsWith.reduce((sum, count, set) => ((set & bits) === 0 ? sum : sum + count), 0);
  return {
    grade: gradeOf(countOf(serious), rows.length),
    warnings: codes.flatMap((code) => {
      const count = countOf(rowFlaw[code]);
      if (count === 0) return [];
      const message = `${count} of ${rows.length} issues ${flawTexts[code].message}.`;
      return {
        code,
        message,
        count,
        fix: flawTexts[code].fix,
        // Seldom looked at.
        get rows() {
          return rows.filter((row) => ((flaws[row] ?? 0) & rowFlaw[code]) !== 0);
        },
      };
    }),
  };
}
