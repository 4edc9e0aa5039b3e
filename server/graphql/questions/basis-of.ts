import type { Basis as Result } from '../../analytics/metrics/basis.ts';
import { gradeOf, type QualityGrade } from '../../analytics/quality/grade-of.ts';
import type { JiraView } from '../connection/jira-view.ts';
import { type Basis, QualityWarning } from './basis-type.ts';
import { issuesBehind } from './issues-behind.ts';

/** The basis of a result, as it is told. */
export function basisOf(view: JiraView, basis: Result): Basis {
  const { quarantinedCount, issueCount } = view.reader.connection;
  return {
    ...basis,
    asOf: new Date(basis.asOf * 1000),
    window: { from: new Date(basis.window.from * 1000), to: new Date(basis.window.to * 1000) },
    quality: {
      grade: worseOf(basis.quality.grade, gradeOf(quarantinedCount, quarantinedCount + issueCount)),
      warnings: [
        ...quarantine(view),
        ...basis.quality.warnings.map(
          (warning) =>
            new QualityWarning(
              warning,
              issuesBehind(view, () => warning.rows),
            ),
        ),
      ],
    },
  };
}

/** Letters stand in the order of the grades. */
const worseOf = (a: QualityGrade, b: QualityGrade): QualityGrade => (a > b ? a : b);

/** Issues that no figure can count, since they could not be stored. There are none behind it to be opened. */
function quarantine(view: JiraView): QualityWarning[] {
  const count = view.reader.connection.quarantinedCount;
  if (count === 0) return [];
  const warning = {
    code: 'QUARANTINED',
    message: `${count} ${count === 1 ? 'issue' : 'issues'} could not be stored and ${count === 1 ? 'is' : 'are'} in no figure.`,
    count,
    fix: 'Settings → Jira names them and what is wrong with each. Mend them in Jira; the next sync takes them in.',
  };
  return [
    new QualityWarning(
      warning,
      issuesBehind(view, () => []),
    ),
  ];
}
