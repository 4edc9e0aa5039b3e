import { describe, expect, it } from 'vitest';
import { calendarClock } from '../../../server/analytics/clocks/calendar-clock.ts';
import { assembleFlowTable } from '../../../server/analytics/flow-table/assemble-flow-table.ts';
import { writeFlow } from '../../../server/analytics/flow-table/write-flow.ts';
import { endOfKnowledge } from '../../../server/analytics/flow-view/end-of-knowledge.ts';
import { viewFlow } from '../../../server/analytics/flow-view/view-flow.ts';
import { timeline } from '../../../server/analytics/issue-selection/timeline.ts';
import { buildIssue, entryAt, statusItem } from '../../support/build-issue.ts';
import { worldStages, worldStatuses } from '../../support/random-world.ts';

describe('what is known', () => {
  it('includes a change of the very second up to which the store was brought up to date.', () => {
    const changedAt = '2024-03-05T10:00:00.300Z';
    const issue = buildIssue({ statusId: '4', updatedAt: new Date(changedAt) });
    const table = assembleFlowTable([
      writeFlow(null, [{ issue, history: [entryAt(changedAt, [statusItem('1', '4')])] }]),
    ]);
    const asOf = endOfKnowledge(new Date(changedAt));
    const view = viewFlow(table, { stages: worldStages, statuses: worldStatuses, teams: [], projects: [], asOf });
    const last = timeline(view, 0, calendarClock).at(-1);
    expect(last?.stage?.name).toBe('Build');
    expect(last?.duration.seconds).toBe(1);
  });

  it('is nothing before the first page has been read.', () => {
    expect(endOfKnowledge(null)).toBe(0);
  });
});
