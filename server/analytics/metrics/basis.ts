import type { Clock, TimeWindow } from '../../domain/question.ts';
import { coverageOf } from '../quality/coverage-of.ts';
import { type DataQuality, qualityOf } from '../quality/quality-of.ts';
import type { Question } from './question.ts';

export interface Exclusion {
  readonly reason: string;
  readonly count: number;
}

/** Why a number can be trusted, and what it leaves out. Instants are Unix seconds. */
export interface Basis {
  /** Items the headline number is made of. */
  readonly n: number;
  readonly excluded: readonly Exclusion[];
  readonly asOf: number;
  readonly window: TimeWindow;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly percentileMethod: string;
  readonly coverage: number;
  readonly quality: DataQuality;
  readonly definition: string;
}

/** The basis of a result made of `counted` rows. Exclusions of nothing are left out. */
export function basisOf(
  question: Pick<Question, 'view' | 'rows' | 'clock' | 'local'> & { readonly window: TimeWindow },
  counted: Uint32Array,
  excluded: readonly Exclusion[],
  definition: string,
): Basis {
  const { view, rows, window, clock, local } = question;
  return {
    n: counted.length,
    excluded: excluded.filter(({ count }) => count > 0),
    asOf: view.asOf,
    window: { from: window.from, to: window.to },
    clock: clock.kind,
    timeZone: local.timeZone,
    percentileMethod:
      'Nearest rank: a value that occurred, at place ⌈p·n/100⌉. p50 and p70 from n = 5, p85 from 10, p95 from 20.',
    coverage: view.deriveOf(rows, coverageOf),
    quality: qualityOf(view, counted),
    definition,
  };
}
