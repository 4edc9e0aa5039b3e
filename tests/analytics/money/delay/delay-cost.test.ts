import { describe, expect, it } from 'vitest';
import { moneyOf } from '../../../../server/analytics/money/amount.ts';
import { delayByPlace, delayOfWindow } from '../../../../server/analytics/money/delay/delay-cost.ts';
import { timePlacesOf } from '../../../../server/analytics/status-time/time-places-of.ts';
import { defaultCostModel } from '../../../../server/domain/cost-model.ts';
import type { Issue } from '../../../../server/domain/issue.ts';
import { assigneeItem, flagItem, projectItem } from '../../../support/build-issue.ts';
import { type DayStep, dayIssue } from '../../../support/day-issue.ts';
import { type Prices, priced } from '../../../support/priced.ts';
import type { Biography } from '../../../support/random-world.ts';
import { askWorld, dateOf, workedWorld } from '../../../support/worked-world.ts';

/** Seven euros a week are one a day. */
const urgent = { match: 'urgent', perWeek: '7' };

function asked(biographies: readonly Biography[], asOf: number, days: number, { model, ...prices }: Prices = {}) {
  const question = askWorld(workedWorld(biographies, asOf), { days });
  return priced(question, { ...prices, model: { valueClasses: [urgent], ...model } });
}

/** What one issue costs in a window of its whole life, in euros. */
function costOf(steps: readonly DayStep[], values: Partial<Issue> = {}, model: Prices['model'] = {}): number {
  const issue = dayIssue(1, 0, steps, { priority: 'Urgent', ...values });
  return delayOfWindow(asked([issue], 20, 30, { model })).base.toNumber();
}

describe('delay cost of an item', () => {
  it('is the value of a week × the calendar time in queues: customers wait at weekends too.', () => {
    // In Ready from Tuesday, 2 January, to Thursday, 11 January: nine days, two of them a weekend.
    expect(
      costOf([
        [1, '3'],
        [10, '4'],
        [12, '8'],
      ]),
    ).toBe(9);
  });

  it('runs on while nothing is done, up to asOf.', () => {
    expect(costOf([[1, '3']])).toBe(19);
  });

  it('has the time with the flag up in a stage where work is active, and none of the work.', () => {
    expect(
      costOf([
        [1, '4'],
        [3, flagItem(true)],
        [5.5, flagItem(false)],
        [12, '8'],
      ]),
    ).toBe(2.5);
  });

  it('counts a flagged queue once.', () => {
    expect(
      costOf([
        [1, '3'],
        [3, flagItem(true)],
        [5, flagItem(false)],
        [12, '8'],
      ]),
    ).toBe(11);
  });

  it('has the time from a handoff to the first act of the new owner.', () => {
    const steps: DayStep[] = [
      [1, '4'],
      [2, assigneeItem('ann', 'bo')],
      [12, '8'],
    ];
    const acts = [{ authorId: 'bo', at: dateOf(4), kind: 'COMMENT' as const, seconds: 0 }];
    expect(costOf(steps, { assigneeId: 'bo', acts })).toBe(2);
  });

  it('has no time in the backlog before the start, but after it when the flag is up there.', () => {
    expect(
      costOf([
        [1, flagItem(true)],
        [2, flagItem(false)],
        [3, '4'],
        [5, '8'],
      ]),
    ).toBe(0);
    expect(
      costOf([
        [1, '4'],
        [2, '1'],
        [5, flagItem(true)],
        [8, flagItem(false)],
        [9, '8'],
      ]),
    ).toBe(3);
  });

  it('ends with the completion, and goes on from a reopening.', () => {
    expect(
      costOf([
        [1, '3'],
        [3, '8'],
        [5, flagItem(true)],
      ]),
    ).toBe(2);
    // Done in between is no waiting.
    expect(
      costOf([
        [1, '3'],
        [3, '8'],
        [6, '3'],
        [7, '8'],
      ]),
    ).toBe(3);
  });

  it('is nothing when the item was discarded, however late that turned out.', () => {
    expect(
      costOf(
        [
          [1, '3'],
          [10, '8'],
        ],
        { resolution: "won't do" },
      ),
    ).toBe(0);
  });

  it('has the part inside the window alone.', () => {
    const issue = dayIssue(
      1,
      0,
      [
        [1, '3'],
        [9, '4'],
      ],
      { priority: 'Urgent' },
    );
    // The days 5 and 6, and of the 7th a quarter.
    expect(delayOfWindow(asked([issue], 7.25, 3)).base.toNumber()).toBe(2.25);
    expect(delayOfWindow(asked([issue], 12, 3)).base.toNumber()).toBe(0);
  });
});

describe('the value of a week', () => {
  const waits: DayStep[] = [
    [1, '3'],
    [8, '4'],
    [9, '8'],
  ];

  it('is that of the class whose match is the priority or a label, in any case.', () => {
    const valueClasses = [{ match: 'cheCKout', perWeek: '70' }];
    expect(costOf(waits, { priority: 'CHECKOUT' }, { valueClasses })).toBe(70);
    expect(costOf(waits, { labels: ['other', 'Checkout'] }, { valueClasses })).toBe(70);
    expect(costOf(waits, { labels: ['checkouts'] }, { valueClasses })).toBe(0);
  });

  it('is the dearest of several, whatever their order.', () => {
    const valueClasses = [{ match: 'low', perWeek: '9' }, { match: 'checkout', perWeek: '100' }, urgent];
    const labels = ['low', 'checkout'];
    expect(costOf(waits, { labels }, { valueClasses })).toBe(100);
    expect(costOf(waits, { labels }, { valueClasses: valueClasses.toReversed() })).toBe(100);
  });

  it('is without a class the labour of the whole life, paid back in so many weeks.', () => {
    // Ann works on it on Monday and Tuesday: 2 days × 8 h × €60 × 1.3 = €1,248, in 26 weeks €48 a week. It waits a week.
    const steps: DayStep[] = [
      [7, '4'],
      [9, '6'],
      [16, '8'],
    ];
    expect(costOf(steps, { priority: null, assigneeId: 'ann' })).toBe(48);
    expect(costOf(steps, { priority: null, assigneeId: 'ann' }, { paybackWeeks: 13 })).toBe(96);
    // A class of its own is worth what it says, even nothing.
    const worthless = { valueClasses: [{ match: 'urgent', perWeek: '0' }] };
    expect(costOf(steps, { assigneeId: 'ann' }, worthless)).toBe(0);
  });

  it('is nothing without a class and without labour.', () => {
    expect(
      costOf(
        [
          [1, '3'],
          [8, '8'],
        ],
        { priority: null, assigneeId: 'ann' },
      ),
    ).toBe(0);
  });

  it('is in a locked month the one it was locked with.', () => {
    const issue = dayIssue(
      1,
      0,
      [
        [29, '3'],
        [33, '4'],
      ],
      { priority: 'Urgent' },
    );
    const locked = [
      {
        month: '2024-01-01',
        model: { ...defaultCostModel, version: 7, valueClasses: [{ match: 'urgent', perWeek: '70' }] },
      },
    ];
    // 30 and 31 January at €10, 1 and 2 February at €1.
    expect(delayOfWindow(asked([issue], 40, 60, { locked })).base.toNumber()).toBe(22);
    expect(delayOfWindow(asked([issue], 40, 60)).base.toNumber()).toBe(4);
  });
});

describe('delay cost by place', () => {
  const moved = dayIssue(
    1,
    0,
    [
      [1, '3'],
      [3, projectItem('p1', 'p2')],
      [6, '4'],
      [7, flagItem(true)],
      [8, flagItem(false)],
      [9, '10'],
      [11, '8'],
    ],
    { priority: 'Urgent', projectId: 'p2' },
  );
  const costsBy = (group: 'STATUS' | 'STAGE' | 'TEAM'): Record<string, string> => {
    const question = asked([moved], 20, 30);
    const places = timePlacesOf(question.view, group);
    const costs = delayByPlace(question, places.placeOf, places.count);
    return Object.fromEntries(
      costs.flatMap(({ base }, place) =>
        base.isZero() ? [] : [[places.nameOf(place).id, moneyOf(base, 'EUR').amount]],
      ),
    );
  };

  it('is booked where the time passed: on the status, the stage or none, and the team of then.', () => {
    expect(costsBy('STATUS')).toEqual({ 3: '5.00', 4: '1.00', 10: '2.00' });
    expect(costsBy('STAGE')).toEqual({ Ready: '5.00', Build: '1.00', NO_STAGE_QUEUE: '2.00' });
    expect(costsBy('TEAM')).toEqual({ p1: '2.00', p2: '6.00' });
  });

  it('says which items it is made of, and what each has in it.', () => {
    const other = dayIssue(
      2,
      0,
      [
        [1, '3'],
        [2, '4'],
        [3, '3'],
        [5, '4'],
      ],
      { priority: 'Urgent' },
    );
    const idle = dayIssue(3, 0, [[1, '4']], { priority: 'Urgent' });
    const worthless = dayIssue(4, 0, [[1, '3']], { priority: null });
    const { rows, amounts } = delayOfWindow(asked([other, idle, worthless, moved], 20, 30));
    expect(rows).toEqual([0, 3]);
    expect(amounts).toEqual([3, 8]);
  });
});
