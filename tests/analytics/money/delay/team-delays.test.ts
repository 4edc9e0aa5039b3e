import { describe, expect, it } from 'vitest';
import { moneyOf } from '../../../../server/analytics/money/amount.ts';
import { teamDelays } from '../../../../server/analytics/team-comparison/team-delays.ts';
import { projectItem } from '../../../support/build-issue.ts';
import { dayIssue } from '../../../support/day-issue.ts';
import { priced } from '../../../support/priced.ts';
import { askWorld, workedWorld } from '../../../support/worked-world.ts';

const team = (id: string, ...projectIds: string[]) => ({ id, name: id, projectIds, memberIds: [] });

describe('the delay of teams', () => {
  it('belongs to the team whose project the issue was in while it waited.', () => {
    // In Ready for ten days at €1 a day: four in p1, three in p2, three in a project that no team shown has.
    const moved = dayIssue(
      1,
      0,
      [
        [1, '3'],
        [5, projectItem('p1', 'p2')],
        [8, projectItem('p2', 'p9')],
        [11, '4'],
      ],
      { projectId: 'p9', labels: ['urgent'] },
    );
    const idle = dayIssue(2, 0, [[1, '4']], { projectId: 'p3', labels: ['urgent'] });
    const teams = [team('one', 'p1'), team('two', 'p2'), team('idle', 'p3')];
    const world = workedWorld([moved, idle], 20, { teams });
    const question = priced(askWorld(world, { days: 30 }), {
      model: { valueClasses: [{ match: 'urgent', perWeek: '7' }] },
    });
    const told = teamDelays(question, teams).map((estimate) => estimate && moneyOf(estimate.base, 'EUR').amount);
    expect(told).toEqual(['4.00', '3.00', null]);
  });
});
