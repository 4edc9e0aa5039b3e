import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { timeInStatus } from '../../analytics/metrics/time-in-status.ts';
import type { TimeInStatusGroup } from '../../analytics/status-time/time-places.ts';
import { statusNodeOf } from '../connection/status-node-of.ts';
import { basisOf } from '../questions/basis-of.ts';
import { issuesBehind } from '../questions/issues-behind.ts';
import { AnalyticsType } from './analytics-type.ts';
import { TimeInStatusGroupEnum, TimeInStatusReport, TimeInStatusRow } from './time-in-status-type.ts';

const nodeTypes = { STATUS: 'Status', STAGE: 'Stage', TEAM: 'Team', TYPE: null } as const;

@Resolver(() => AnalyticsType)
export class TimeInStatusField {
  @FieldResolver(() => TimeInStatusReport, { description: 'Where time goes.' })
  timeInStatus(
    @Root() { asked: { view, workflow, question } }: AnalyticsType,
    @Arg('groupBy', () => TimeInStatusGroupEnum, {
      nullable: true,
      defaultValue: 'STATUS',
      description: 'What a row stands for.',
    })
    groupBy: TimeInStatusGroup | null,
  ): TimeInStatusReport {
    const group = groupBy ?? 'STATUS';
    const report = timeInStatus(question, group);
    const type = nodeTypes[group];
    return {
      basis: basisOf(view, report.basis),
      rows: report.rows.map((row) => {
        const id = type && row.isNode ? view.id(type, row.id) : row.id;
        const behind = issuesBehind(view, () => row.rowsBehind());
        return new TimeInStatusRow({ ...row, id }, behind);
      }),
      transitions: report.transitions.map(({ from, to, count, isBackward }) => ({
        from: statusNodeOf(view, workflow, from.id, from.name),
        to: statusNodeOf(view, workflow, to.id, to.name),
        count,
        backward: isBackward,
      })),
      flowEfficiency: report.flowEfficiency,
    };
  }
}
