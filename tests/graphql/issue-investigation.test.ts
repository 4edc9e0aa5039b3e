import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { onlooker } from '../support/shared-world.ts';

let alice: Person;
beforeAll(async () => {
  ({ person: alice } = await onlooker('Northwind Labs'));
});

const segments = 'from to kind statusNameThen stage { kind } duration { seconds }';

/** One issue, its investigation on the calendar, and the delivered issues that it is compared with. */
async function investigated(key: string) {
  const answer = await alice.get(
    `query ($key: String!) { viewer { jiraConnection {
      issue(key: $key) { key startedAt doneAt timeline(clock: CALENDAR) { ${segments} } }
      analytics(window: { days: 90 }, clock: CALENDAR) { cycleTimes { points { key days } } }
      investigation(window: { days: 90 }, clock: CALENDAR) { issue(key: $key) {
        basis { n asOf clock window { from to } quality { grade } } issue { key summary } timeline { ${segments} }
        activeTime { seconds } waitingTime { seconds } blockedTime { seconds } reworkTime { seconds } handoffs
        slowerThanPercent comparedWith forecastP50 forecastP85 outlasting } } } } }`,
    { key },
  );
  const { issue, analytics, investigation } = answer.viewer.jiraConnection;
  return { issue, found: investigation.issue, points: analytics.cycleTimes.points as { key: string; days: number }[] };
}

async function keys(filter: string): Promise<string[]> {
  const answer = await alice.get(
    `{ viewer { jiraConnection { issues(first: 40, filter: ${filter}, orderBy: { field: AGE, direction: ASC }) { nodes { key startedAt } } } } }`,
  );
  const nodes: { key: string; startedAt: string | null }[] = answer.viewer.jiraConnection.issues.nodes;
  return nodes.filter(({ startedAt }) => startedAt !== null).map(({ key }) => key);
}

const second = (instant: string): number => Date.parse(instant) / 1000;

describe('The investigation of one issue over HTTP, against its own timeline and the issues delivered', () => {
  it('tells the same life, sums it up, and forecasts from those that lasted as long.', async () => {
    const open = (await keys('{ done: false }')).slice(0, 12);
    const closed = (await keys('{ done: true }')).slice(0, 6);
    expect(open.length).toBeGreaterThan(5);
    let forecasts = 0;
    for (const key of [...open, ...closed]) {
      const { issue, found, points } = await investigated(key);
      expect(found).toMatchObject({ issue: { key }, basis: { n: 1, clock: 'CALENDAR' }, comparedWith: points.length });
      expect(found.timeline).toEqual(issue.timeline);
      const end = second(issue.doneAt ?? found.basis.asOf);
      const started = second(issue.startedAt);
      expect(second(found.basis.window.from)).toBe(second(issue.timeline[0].from));
      expect(second(found.basis.window.to)).toBe(end);
      const active = found.timeline
        .filter(({ from }: { from: string }) => second(from) >= started && second(from) < end)
        .filter(({ kind, stage }: { kind: string; stage: { kind: string } | null }) => {
          return stage?.kind === 'ACTIVE' && kind !== 'BLOCKED';
        })
        .reduce((sum: number, piece: { duration: { seconds: number } }) => sum + piece.duration.seconds, 0);
      expect(found.activeTime.seconds, key).toBe(active);
      expect(found.activeTime.seconds + found.waitingTime.seconds).toBe(end - started);
      const took = points.map(({ days }) => Math.round(days * 86_400));
      expect(found.slowerThanPercent).toBeCloseTo(
        (100 * took.filter((other) => other < end - started).length) / took.length,
        9,
      );
      const lasted = took.filter((other) => other >= end - started).sort((a, b) => a - b);
      const at = (p: number, fewest: number): number | null =>
        issue.doneAt !== null || lasted.length < fewest
          ? null
          : started + (lasted[Math.ceil((p * lasted.length) / 100) - 1] ?? 0);
      expect(found.forecastP50 && second(found.forecastP50)).toBe(at(50, 5));
      expect(found.forecastP85 && second(found.forecastP85)).toBe(at(85, 10));
      if (found.forecastP85) forecasts += 1;
    }
    expect(forecasts).toBeGreaterThan(0);
  });

  it('takes a key in upper or lower case, and has null for one that is none.', async () => {
    const [key = ''] = await keys('{ done: true }');
    const { found } = await investigated(key);
    expect((await investigated(` ${key.toLowerCase()} `)).found).toEqual(found);
    expect((await investigated('NONE-1')).found).toBeNull();
    expect((await investigated('')).found).toBeNull();
  });
});
