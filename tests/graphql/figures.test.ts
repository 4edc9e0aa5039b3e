import { beforeAll, describe, expect, it } from 'vitest';
import type { IssueRecord } from '../../sandbox/world/issue-record.ts';
import { everyIssue } from '../support/every-issue.ts';
import type { Person } from '../support/person.ts';
import { onlooker } from '../support/shared-world.ts';
import type { World } from '../support/world.ts';

let world: World;
let alice: Person;
beforeAll(async () => {
  ({ world, person: alice } = await onlooker('Northwind Labs'));
});

/** Names of the statuses an issue has been in, one after the other, straight from what Jira holds. */
function statusesOf(record: IssueRecord): string[] {
  const changes = record.histories.flatMap((history) =>
    (history.items as { field: string; fromString: string; toString: string; from: string; to: string }[])
      .filter((item) => item.field === 'status' && item.from !== item.to)
      .map((item) => ({ from: item.fromString, to: item.toString })),
  );
  const [first] = changes;
  const status = record.fields.status as { name: string };
  return first ? [first.from, ...changes.map((change) => change.to)] : [status.name];
}

describe('Figures over HTTP, against plain loops over what Jira holds', () => {
  it('stand after less than 20 seconds of work on the first sync, for 2,664 issues with their histories.', async () => {
    const { viewer } = await alice.get(
      '{ viewer { jiraConnection { syncHistory(first: 1) { nodes { issuesDone } } } } }',
    );
    expect(viewer.jiraConnection.syncHistory.nodes[0].issuesDone).toBe(2664);
    // Not on the wall: other tests share the machine.
    expect((await onlooker('Northwind Labs')).workSeconds).toBeLessThan(20);
  });

  it('know every issue and the statuses it went through, in order.', async () => {
    const site = world.sandbox.world.site('Northwind Labs');
    const told = await everyIssue(alice);
    expect(told.length).toBe(2664);
    let compared = 0;
    for (const issue of told) {
      const visits = issue.timeline
        .filter((segment) => segment.kind !== 'INFERRED')
        .map((segment) => segment.statusNameThen);
      const path = visits.filter((name, index) => name !== visits[index - 1]);
      const expected = statusesOf(site.issue(issue.key)).filter((name, index, all) => name !== all[index - 1]);
      if (path.length === visits.length) compared += 1;
      expect(path, issue.key).toEqual(expected);
    }
    expect(compared).toBeGreaterThan(500);
  });

  it('give the cycle times that a sheet of paper gives.', async () => {
    const told = await everyIssue(alice);
    const answer =
      await alice.get(`{ viewer { settings { timeZone } jiraConnection { analytics(window: { days: 90 }, clock: CALENDAR) { cycleTimes {
      basis { n asOf window { from to } } percentiles { n p50 { seconds } p85 { seconds } p95 { seconds } mean { seconds } } points { key days } histogram { count }
      byType { name n share } issues(first: 3) { totalCount nodes { key } } } } } } }`);
    const report = answer.viewer.jiraConnection.analytics.cycleTimes;
    const site = world.sandbox.world.site('Northwind Labs');
    const dropped = new Set(["won't do", 'duplicate', "won't fix", 'cannot reproduce', 'declined', 'obsolete']);
    const delivered = told.filter((issue) => {
      if (!issue.doneAt || issue.doneAt < report.basis.window.from || issue.doneAt >= report.basis.window.to)
        return false;
      const fields = site.issue(issue.key).fields as {
        resolution: { name: string } | null;
        issuetype: { subtask: boolean };
      };
      return !fields.issuetype.subtask && !dropped.has((fields.resolution?.name ?? '').toLowerCase());
    });
    const seconds = delivered.map((issue) => issue.cycleTime?.seconds ?? Number.NaN).sort((a, b) => a - b);
    // Nearest rank: the value at place ⌈p·n/100⌉ (METRICS 2.4).
    const rank = (p: number): number | undefined => seconds[Math.ceil((p * seconds.length) / 100) - 1];
    expect(seconds.length).toBeGreaterThan(100);
    expect(report.percentiles).toMatchObject({
      n: seconds.length,
      p50: { seconds: rank(50) },
      p85: { seconds: rank(85) },
      p95: { seconds: rank(95) },
    });
    expect(report.basis.n).toBe(seconds.length);
    expect(report.percentiles.mean.seconds).toBeCloseTo(
      seconds.reduce((sum, value) => sum + value, 0) / seconds.length,
      3,
    );
    expect(new Set(report.points.map((point: { key: string }) => point.key))).toEqual(
      new Set(delivered.map((issue) => issue.key)),
    );
    expect(report.histogram.reduce((sum: number, bin: { count: number }) => sum + bin.count, 0)).toBe(seconds.length);
    expect(report.issues.totalCount).toBe(seconds.length);
    const slowest = delivered.find((issue) => issue.cycleTime?.seconds === seconds.at(-1));
    expect(report.issues.nodes[0].key).toBe(slowest?.key);
  });

  it('find the review queue that the data set was made with, and open the issues behind it.', async () => {
    const answer =
      await alice.get(`{ viewer { jiraConnection { investigation(window: { days: 90 }, clock: CALENDAR) { bottlenecks(limit: 50) { sentence basis { n coverage quality { grade warnings { code count issues(first: 1) { totalCount } } } }
      bottlenecks { stage { name kind position } state occupancy arrivals departures netFlowPerDay shareOfLeadTime stay { n } issues(first: 2) { totalCount nodes { key } } } } } } } }`);
    const report = answer.viewer.jiraConnection.investigation.bottlenecks;
    const [worst] = report.bottlenecks;
    expect(worst).toMatchObject({ stage: { name: 'Waiting for Review', kind: 'QUEUE' }, state: 'FALLING_BEHIND' });
    expect(report.sentence).toContain('Waiting for Review');
    const told = await everyIssue(alice);
    const site = world.sandbox.world.site('Northwind Labs');
    const waiting = told.filter((issue) => {
      const { issuetype, status } = site.issue(issue.key).fields as {
        issuetype: { subtask: boolean };
        status: { name: string };
      };
      return !issuetype.subtask && status.name === 'Waiting for Review';
    });
    expect(worst.occupancy).toBe(waiting.length);
    expect(worst.netFlowPerDay).toBeCloseTo((worst.arrivals - worst.departures) / 90, 10);
    expect(worst.issues.totalCount).toBeGreaterThanOrEqual(worst.occupancy);
    for (const warning of report.basis.quality.warnings) expect(warning.issues.totalCount).toBe(warning.count);
    for (const { stage } of report.bottlenecks) expect(['QUEUE', 'ACTIVE']).toContain(stage.kind);
    const { stages } = (await alice.get('{ viewer { jiraConnection { stages { name position } } } }')).viewer
      .jiraConnection;
    expect(stages.map(({ position }: { position: number }) => position)).toEqual([...stages.keys()]);
    for (const { stage } of report.bottlenecks) expect(stages[stage.position].name).toBe(stage.name);
  });

  it('refuse a window that is none, and answer an empty scope with nulls, not zeros.', async () => {
    const ask = (window: string) =>
      alice.ask(`{ viewer { jiraConnection { analytics(window: ${window}) { cycleTimes { basis { n } } } } } }`);
    for (const window of ['{ days: 0 }', '{ days: 731 }', '{ days: 5, from: "2026-01-01" }', '{ from: "2026-01-01" }'])
      expect((await ask(window)).errors?.[0]?.extensions?.code, window).toBe('BAD_USER_INPUT');
    const { analytics } = (
      await alice.get(
        '{ viewer { jiraConnection { analytics(scope: { types: ["No such type"] }) { cycleTimes { percentiles { n p50 { days } mean { days } } points { key } target { days } } } } } }',
      )
    ).viewer.jiraConnection;
    expect(analytics.cycleTimes).toEqual({ percentiles: { n: 0, p50: null, mean: null }, points: [], target: null });
  });
});
