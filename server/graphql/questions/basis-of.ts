import type { Basis as Result } from '../../analytics/metrics/basis.ts';
import type { JiraView } from '../connection/jira-view.ts';
import { type Basis, QualityWarning } from './basis-type.ts';
import { issuesBehind } from './issues-behind.ts';

/** The basis of a result, as it is told. */
export function basisOf(view: JiraView, basis: Result): Basis {
  return {
    ...basis,
    asOf: new Date(basis.asOf * 1000),
    window: { from: new Date(basis.window.from * 1000), to: new Date(basis.window.to * 1000) },
    quality: {
      grade: basis.quality.grade,
      warnings: basis.quality.warnings.map(
        (warning) =>
          new QualityWarning(
            warning,
            issuesBehind(view, () => warning.rows),
          ),
      ),
    },
  };
}
