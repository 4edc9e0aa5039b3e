import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let alice: Person;
beforeAll(async () => {
  world = await openWorld();
  alice = await world.signUp('alice');
  await alice.connectJira('Harbor');
  await alice.synced();
});
afterAll(() => world.close());

const money = '{ amount currency }';
const estimate = `{ low ${money} base ${money} high ${money} kind confidence method drivers }`;
const impactOf = `impact {
  basis { n clock definition coverage window { from to } }
  labour ${estimate} reworkLabour ${estimate} discarded ${estimate} delay ${estimate} capacityEquivalent ${estimate}
  reconciliation { paidCapacity ${money} attributed ${money} unattributed ${money} difference ${money} }
  trend { month labour ${money} reworkLabour ${money} discarded ${money} delay ${money} }
  drivers { title share cost ${estimate} issues(first: 3) { totalCount nodes { key } } }
  assumptions }`;
const flow = `analytics(window: { days: 120 }, clock: CALENDAR) {
  cycleTimes { percentiles { p85 { seconds } } } flowOverview { wip { current } } }`;
const query = `query ($scope: ScopeInput) { viewer { jiraConnection {
  stages { id name kind wipLimit statuses { id } } ${flow}
  financial(scope: $scope, window: { days: 120 }) { ${impactOf} } } } }`;

const ask = async (variables = {}) => (await alice.get(query, variables)).viewer.jiraConnection;
const cents = ({ amount }: { readonly amount: string }): number => Math.round(Number(amount) * 100);
type Told = { readonly low: { amount: string }; readonly base: { amount: string }; readonly high: { amount: string } };
const kinds = ['labour', 'reworkLabour', 'discarded', 'delay', 'capacityEquivalent'] as const;

async function change(mutation: 'updateSettings' | 'updateCostModel' | 'updateStages', input: object): Promise<void> {
  const type = `${mutation.replace('update', 'Update')}Input`;
  const answer = await alice.get(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { message } } }`,
    { input },
  );
  expect(answer[mutation].userErrors).toEqual([]);
}

describe('The financial impact', () => {
  it('is told kind by kind, each with its range, and reconciles to the cent.', async () => {
    const { impact } = (await ask()).financial;
    for (const kind of kinds) {
      const told: Told = impact[kind];
      expect(cents(told.low)).toBeLessThanOrEqual(cents(told.base));
      expect(cents(told.base)).toBeLessThanOrEqual(cents(told.high));
    }
    expect(kinds.map((kind) => impact[kind].kind)).toEqual([
      'LABOUR',
      'REWORK_LABOUR',
      'DISCARDED',
      'DELAY',
      'CAPACITY_EQUIVALENT',
    ]);
    const { paidCapacity, attributed, unattributed, difference } = impact.reconciliation;
    expect(attributed).toEqual(impact.labour.base);
    expect(cents(paidCapacity)).toBeGreaterThan(0);
    expect(cents(paidCapacity)).toBe(cents(attributed) + cents(unattributed));
    expect(difference).toEqual({ amount: '0.00', currency: 'EUR' });
    expect(impact.basis).toMatchObject({ clock: 'WORKING' });
    expect(impact.trend.length).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(impact)).not.toMatch(/accountId|NaN|Infinity/);
  });

  it('names at most eight drivers, the dearest first, whose issues can be opened.', async () => {
    const { impact } = (await ask()).financial;
    const amounts = impact.drivers.map(({ cost }: { cost: Told }) => cents(cost.base));
    expect(amounts.length).toBeGreaterThan(2);
    expect(amounts.length).toBeLessThanOrEqual(8);
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
    for (const { share, issues } of impact.drivers) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(issues.totalCount).toBeGreaterThan(0);
      expect(issues.nodes.length).toBe(Math.min(3, issues.totalCount));
    }
  });

  it('answers the same when asked the same.', async () => {
    expect(await ask()).toEqual(await ask());
  });

  it('follows a changed rate with the next answer, exactly, and nothing else moves.', async () => {
    const before = await ask();
    await change('updateCostModel', { version: 1, defaultHourlyRate: '120' });
    const after = await ask();
    for (const kind of kinds) {
      const [was, is] = [before.financial.impact[kind], after.financial.impact[kind]];
      expect(Math.abs(cents(is.base) - 2 * cents(was.base)), kind).toBeLessThanOrEqual(1);
    }
    const share = ({ title, share }: { title: string; share: number }) => `${title} ${share.toFixed(9)}`;
    expect(after.financial.impact.drivers.map(share)).toEqual(before.financial.impact.drivers.map(share));
    expect(after.financial.impact.basis.n).toBe(before.financial.impact.basis.n);
    expect(after.financial.impact.basis.definition).toContain('cost model version 2');
    expect(after.financial.impact.assumptions).toContain('Cost model version 2 holds.');
    expect(after.analytics).toEqual(before.analytics);
    expect(after.stages).toEqual(before.stages);
  });

  it('follows a holiday: a paid day less for everybody, and nothing that the calendar counts moves.', async () => {
    const before = await ask();
    const people = Number(/^(\d+) people/.exec(peopleIn(before))?.[1]);
    const { to } = before.financial.impact.basis.window;
    const monday = new Date(to);
    monday.setUTCDate(monday.getUTCDate() - 14);
    while (monday.getUTCDay() !== 1) monday.setUTCDate(monday.getUTCDate() - 1);
    await change('updateSettings', { workingCalendar: { days, holidays: [monday.toISOString().slice(0, 10)] } });
    const after = await ask();
    const paid = ({ financial }: typeof before): number => cents(financial.impact.reconciliation.paidCapacity);
    // 8 hours × 120 EUR × 1.3.
    expect(paid(before) - paid(after)).toBe(people * 124_800);
    expect(after.financial.impact.reconciliation.difference.amount).toBe('0.00');
    expect(peopleIn(after)).toContain(`${people} people`);
    expect(after.analytics).toEqual(before.analytics);
    await change('updateSettings', { workingCalendar: { days, holidays: [] } });
    expect((await ask()).financial).toEqual(before.financial);
  });

  it('keeps in its trend what a month came to when it was locked, whatever a rate is changed to later.', async () => {
    const { trend } = (await ask()).financial.impact;
    const last = trend.at(-1);
    const { lockMonth } = await alice.get(
      `mutation ($month: LocalDate!) { lockMonth(month: $month) {
        lockedMonth { month labour ${money} reworkLabour ${money} discarded ${money} delay ${money} } userErrors { message } } }`,
      { month: last.month },
    );
    expect(lockMonth.userErrors).toEqual([]);
    await change('updateCostModel', { version: 2, defaultHourlyRate: '30' });
    const { impact } = (await ask()).financial;
    expect(impact.trend.at(-1)).toEqual(lockMonth.lockedMonth);
    // By even split a month comes to the same within a longer window.
    expect(impact.trend.at(-1)).toEqual(last);
    expect(cents(impact.trend[0].labour) * 4).toBeCloseTo(cents(trend[0].labour), -1);
    expect(impact.assumptions.some((sentence: string) => sentence.includes('are locked: cost model version 2'))).toBe(
      true,
    );
    expect(impact.basis.definition).toContain('cost model versions 2 and 3');
    expect(impact.reconciliation.difference.amount).toBe('0.00');
  });

  it('follows a changed mapping: what was active becomes a queue, in which nobody works.', async () => {
    const before = await ask();
    await change('updateStages', { stages: before.stages.map(stageInput('QUEUE')) });
    const { impact } = (await ask()).financial;
    expect([impact.labour.base.amount, impact.reworkLabour.base.amount]).toEqual(['0.00', '0.00']);
    const { paidCapacity, unattributed } = impact.reconciliation;
    expect(unattributed).toEqual(paidCapacity);
    expect(paidCapacity).toEqual(before.financial.impact.reconciliation.paidCapacity);
  });
});

const peopleIn = ({ financial }: { financial: { impact: { assumptions: string[] } } }): string =>
  financial.impact.assumptions.find((sentence) => sentence.includes(' paid ')) ?? '';

const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'].map((weekday) => ({
  weekday,
  start: '09:00',
  end: '17:00',
}));

interface Stage {
  readonly name: string;
  readonly kind: string;
  readonly wipLimit: number | null;
  readonly statuses: readonly { readonly id: string }[];
}
const stageInput =
  (activeBecomes: string) =>
  ({ name, kind, wipLimit, statuses }: Stage) => ({
    name,
    kind: kind === 'ACTIVE' ? activeBecomes : kind,
    wipLimit,
    statusIds: statuses.map(({ id }) => id),
  });
