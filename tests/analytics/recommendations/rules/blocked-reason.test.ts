import { describe, expect, it } from 'vitest';
import { viewFlow } from '../../../../server/analytics/flow-view/view-flow.ts';
import { withBlockingLinks } from '../../../../server/analytics/flow-view/with-blocking-links.ts';
import { blockedReason } from '../../../../server/analytics/recommendations/rules/blocked-reason.ts';
import { askAdvice, toldEvidence } from '../../../support/advice.ts';
import type { Biography } from '../../../support/random-world.ts';
import { dateOf, type WorkedIssue, workedIssue, workedWorld } from '../../../support/worked-world.ts';

const vendor = 'Waits for the vendor';

/** Begun on Monday, day 14, flagged between the days for the reason given, if any. */
const flagged = (number: number, from: number, to: number, text: string | null, more: Partial<WorkedIssue> = {}) =>
  workedIssue({
    number,
    createdOn: 10,
    moves: [[14, '4']],
    flags: [from, to],
    flagReasons: text === null ? [] : [{ at: dateOf(from), text }],
    ...more,
  });
const delivered: Partial<WorkedIssue> = {
  moves: [
    [14, '4'],
    [30, '8'],
  ],
};
const valueClasses = [{ match: 'High', perWeek: '700' }];

/** Four of ten blocked days are the vendor's, in two issues; four have no reason that is known. */
const four = (last = 26): Biography[] => [
  flagged(1, 16, 19, vendor, { ...delivered, priority: 'High' }),
  flagged(2, 20, 21, `  ${vendor.toUpperCase()}\n`),
  flagged(3, 16, 18, 'No licence', delivered),
  flagged(4, 22, last, null),
];

const ask = (biographies: readonly Biography[]) =>
  askAdvice(workedWorld(biographies, 42), { days: 30, model: { valueClasses } });
const find = (biographies: readonly Biography[], question = ask(biographies)) => {
  const [finding, ...others] = blockedReason.find(question);
  expect(others).toEqual([]);
  return { finding, evidence: toldEvidence(question, finding?.evidence ?? []) };
};

describe('R8, one reason of blocked time', () => {
  it('says to escalate what blocks most, whoever spelt it how.', () => {
    const { finding, evidence } = find(four());
    expect(finding).toMatchObject({
      subject: 'blocked',
      title: 'Escalate the one reason behind 40 % of blocked time',
      severity: 0.4,
      metric: 'BLOCKED_SHARE',
      stageId: null,
    });
    expect(finding?.advice).toBe(
      '“WAITS FOR THE VENDOR” blocked 2 issues for 4.0 days taken together, of 10 days of blocked time in these 30 days ' +
        '(40 %). Take it to whoever can decide about it, with this number, and agree on who removes it until when; until then ' +
        'begin nothing that it would block.',
    );
    expect(evidence).toEqual([
      {
        text: 'Blocked time because of “WAITS FOR THE VENDOR”',
        value: '40 % (4.0 days of 10 days)',
        keys: ['P1-1', 'P1-2'],
      },
      { text: 'Blocked time without a known reason', value: '40 % (4.0 days)', keys: ['P1-4'] },
    ]);
  });

  it('expects a quarter to three quarters of it to go, of the blocked share of what was delivered.', () => {
    const { finding } = find(four());
    // Two issues delivered after 12 working days each; three of the 24 went to the vendor.
    expect(finding?.expectedEffect?.metric).toBe('BLOCKED_SHARE');
    expect(finding?.expectedEffect?.low).toBeCloseTo((-0.75 * 3) / 24, 12);
    expect(finding?.expectedEffect?.base).toBeCloseTo((-0.5 * 3) / 24, 12);
    expect(finding?.expectedEffect?.high).toBeCloseTo((-0.25 * 3) / 24, 12);
    const withoutDelivery = four().map((biography, index) => (index === 0 ? flagged(1, 16, 19, vendor) : biography));
    expect(find(withoutDelivery).finding?.expectedEffect).toBeNull();
  });

  it('is worth half of what the waiting for it cost; nothing can be said where nothing has a value.', () => {
    const { finding } = find(four());
    // Three days of the one issue with a value, 100 a day.
    expect(finding?.worth?.kind).toBe('DELAY');
    expect(finding?.worth?.base.toFixed(2)).toBe('150.00');
    expect(finding?.worth?.drivers).toEqual([
      'A quarter to three quarters of it saved instead of half: −50 % to +50 %',
    ]);
    const worthless = askAdvice(workedWorld(four(), 42), { days: 30 });
    expect(find(four(), worthless).finding?.worth).toBeNull();
  });

  it('finds nothing below four tenths of blocked time, below five blocked days, and in a single issue.', () => {
    expect(find(four(26.1)).finding).toBeUndefined();
    expect(find([flagged(1, 16, 18, vendor), flagged(2, 20, 23, vendor)]).finding?.severity).toBe(1);
    expect(find([flagged(1, 16, 18, vendor), flagged(2, 20, 22.9, vendor)]).finding).toBeUndefined();
    expect(find([flagged(1, 16, 26, vendor)]).finding).toBeUndefined();
    expect(find([flagged(1, 16, 26, null), flagged(2, 16, 26, null)]).finding).toBeUndefined();
    expect(find([]).finding).toBeUndefined();
  });

  it('counts between start and done, inside the window.', () => {
    // Two of the six days lie before the window, which begins with day 13, and one before the start.
    const early = { createdOn: 5, moves: [[10, '4']] as const };
    const late = { moves: [[17, '4']] as const };
    const issues = [flagged(1, 11, 17, vendor, early), flagged(2, 16, 18, vendor, late), flagged(3, 20, 21, vendor)];
    expect(find(issues).evidence[0]?.value).toBe('100 % (6.0 days of 6.0 days)');
  });

  it('names those that it blocks at this moment.', () => {
    const up = workedIssue({
      number: 5,
      createdOn: 10,
      moves: [[14, '4']],
      flags: [40],
      flagReasons: [{ at: dateOf(40), text: vendor }],
    });
    expect(find([...four(), up]).evidence[1]).toEqual({
      text: 'Blocked by it at this moment',
      value: '1 issue',
      keys: ['P1-5'],
    });
  });

  it('quotes sixty characters on one line, none that turn the text around.', () => {
    expect(find([flagged(1, 16, 19, 'Wait …. '), flagged(2, 16, 19, 'Wait …. ')]).finding?.advice).toContain(
      '“Wait …”',
    );
    const long = `Line one\n  and \u202Etwo\u0007 ${'x'.repeat(80)}`;
    const { finding } = find([flagged(1, 16, 19, long), flagged(2, 16, 19, long)]);
    expect(finding?.advice).toContain(`“Line one and two ${'x'.repeat(42)}…” blocked 2 issues`);
    expect(finding?.title).not.toContain('Line one');
  });

  it('takes a blocking issue for the reason where links block.', () => {
    const item = { field: 'link', from: null, to: 'P1-3', fromName: null, toName: 'This issue is blocked by P1-3' };
    const linked = (number: number) =>
      workedIssue({ number, createdOn: 10, moves: [[14, '4']], changes: [[20, item]] });
    const blocker = workedIssue({
      number: 3,
      createdOn: 10,
      moves: [
        [14, '4'],
        [23, '8'],
      ],
    });
    const asked = ask([linked(1), linked(2), blocker]);
    expect(find([], asked).finding).toBeUndefined();
    const view = viewFlow(withBlockingLinks(asked.money.view), asked.money.view);
    const { evidence } = find([], { ...asked, money: { ...asked.money, view } });
    expect(evidence[0]).toEqual({
      text: 'Blocked time because of “P1-3”',
      value: '100 % (6.0 days of 6.0 days)',
      keys: ['P1-1', 'P1-2'],
    });
  });
});
