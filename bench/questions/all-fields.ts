import type { BenchField } from './bench-field.ts';
import { bottlenecks } from './bottlenecks.ts';
import { cycleTimes, cycleTimesByType } from './cycle-times.ts';
import { flowOverview } from './flow-overview.ts';
import { costByStatus, costByTeam, costByTeamAndEpic } from './labour.ts';
import {
  bottleneckCosts,
  costOfDelay,
  cumulativeFlow,
  financialImpact,
  forecast,
  issue,
  stage,
  stuckWork,
} from './small-fields.ts';
import { teamComparison } from './team-comparison.ts';
import { timeInStatus } from './time-in-status.ts';

/** Every field that is measured. */
export const allFields: readonly BenchField[] = [
  flowOverview,
  cycleTimes,
  cycleTimesByType,
  cumulativeFlow,
  timeInStatus,
  forecast,
  bottlenecks,
  stage,
  issue,
  stuckWork,
  teamComparison,
  bottleneckCosts,
  costOfDelay,
  costByTeam,
  costByTeamAndEpic,
  costByStatus,
  financialImpact,
];
