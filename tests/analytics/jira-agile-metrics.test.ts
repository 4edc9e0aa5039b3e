// Needs the data folder beside the repository (conformance/jira-agile-metrics.json); without it, it reports itself as skipped.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clocksOf } from '../../server/analytics/clocks/clocks-of.ts';
import { assembleFlowTable } from '../../server/analytics/flow-table/assemble-flow-table.ts';
import { writeFlow } from '../../server/analytics/flow-table/write-flow.ts';
import { stageVisits } from '../../server/analytics/flow-view/stage-visits.ts';
import { viewFlow } from '../../server/analytics/flow-view/view-flow.ts';
import { issueDates } from '../../server/analytics/issue-selection/issue-dates.ts';
import { cumulativeFlow } from '../../server/analytics/metrics/cumulative-flow.ts';
import { cycleTimes } from '../../server/analytics/metrics/cycle-times.ts';
import { flowOverview } from '../../server/analytics/metrics/flow-overview.ts';
import { type Question, questionOf } from '../../server/analytics/metrics/question.ts';
import { nearestRank } from '../../server/analytics/statistics/nearest-rank.ts';
import { segmentBits } from '../../server/domain/flow-chunk.ts';
import type { StageKind } from '../../server/domain/stage.ts';
import { buildIssue, entryAt } from '../support/build-issue.ts';
import { settingsIn } from '../support/settings.ts';
import { sharedFile } from '../support/shared-folder.ts';

const file = sharedFile('conformance/jira-agile-metrics.json');
const kinds: Record<string, StageKind> = {
  Backlog: 'BACKLOG',
  Committed: 'QUEUE',
  Build: 'ACTIVE',
  Test: 'ACTIVE',
  Done: 'DONE',
};

interface Published {
  stages: { name: string; statuses: string[] }[];
  issues: {
    key: string;
    type: string;
    created: string;
    status: string;
    resolution: string | null;
    changelog: { at: string; field: string; from: string | null; to: string | null }[];
  }[];
  expected: {
    cycletime: Record<string, string>[];
    cfd: Record<string, string>[];
    throughput: { 'Period starting': string; count: string }[];
    histogram: { Range: string; Items: string }[];
    scatterplot: { key: string; cycle_time: string; lead_time: string }[];
  };
}

/** The published issues. Their changes carry names and no ids; statuses are found by name. */
function publishedView({ stages, issues }: Published) {
  const statuses = stages.flatMap(({ statuses: names }) =>
    names.map((name) => ({ id: `id of ${name}`, name, category: 'IN_PROGRESS' as const, deleted: false })),
  );
  const biographies = issues.map((issue, index) => ({
    issue: buildIssue({
      id: String(index),
      key: issue.key,
      type: issue.type,
      statusId: `id of ${issue.status}`,
      statusName: issue.status,
      resolution: issue.resolution,
      createdAt: new Date(issue.created.replace('+0000', 'Z')),
    }),
    history: issue.changelog.map(({ at, field, from, to }) =>
      entryAt(at.replace('+0000', 'Z'), [
        { field: field.toLowerCase(), from: null, to: null, fromName: from, toName: to },
      ]),
    ),
  }));
  return viewFlow(assembleFlowTable([writeFlow(null, biographies)]), {
    stages: stages.map(({ name, statuses: names }) => ({
      id: name,
      name,
      kind: kinds[name] ?? 'QUEUE',
      statusIds: names.map((status) => `id of ${status}`),
      wipLimit: null,
    })),
    statuses,
    teams: [],
    projects: [],
    asOf: Date.parse('2021-04-10T00:00:00Z') / 1000,
  });
}

/** The question about some of its days, in UTC. */
function askPublished(published: Published, from = '', to = ''): Question {
  const question = questionOf(publishedView(published), clocksOf(settingsIn('UTC')), {
    scope: { includeSubtasks: true },
    window: { from, to },
    clock: 'CALENDAR',
  });
  if (!question.ok) throw new Error(question.errors[0]?.message);
  return question.value;
}

const dateOf = (second: number | null | undefined): string =>
  second ? new Date(second * 1000).toISOString().slice(0, 10) : '';
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

describe('20 issues with the tables that jira-agile-metrics expects of them', () => {
  const published: Published | null = file && JSON.parse(readFileSync(file, 'utf8'));

  it.runIf(published)('enter each stage on the published date.', () => {
    if (!published) return;
    const view = publishedView(published);
    const { start, stage, from } = view.derive(stageVisits);
    published.expected.cycletime.forEach((expected, row) => {
      for (let visit = start[row] ?? 0; visit < (start[row + 1] ?? 0); visit += 1) {
        const name = view.stages[stage[visit] ?? -1]?.name ?? '';
        // The peer leaves the Backlog cell of issues without changelog blank: its known defect.
        const deviates = name === 'Backlog' && (expected.ID === 'I-18' || expected.ID === 'I-19');
        expect(dateOf(from[visit]), `${expected.ID} ${name}`).toBe(
          deviates ? { 'I-18': '2021-03-25', 'I-19': '2021-03-28' }[expected.ID ?? ''] : expected[name],
        );
      }
      const { startedAt, doneAt } = issueDates(view, row);
      expect([dateOf(startedAt), dateOf(doneAt)]).toEqual([expected.Committed ?? '', expected.Done ?? '']);
    });
  });

  it.runIf(published)('take the published number of dates, with 15, 18 and 21 as nearest-rank percentiles.', () => {
    if (!published) return;
    const view = publishedView(published);
    const cycles = published.expected.scatterplot.map(({ key, cycle_time, lead_time }) => {
      const row = view.table.rowOfKey(key) ?? -1;
      const { startedAt, doneAt } = issueDates(view, row);
      const cycle = daysBetween(dateOf(startedAt), dateOf(doneAt));
      expect([cycle, daysBetween(dateOf(view.table.createdAt[row]), dateOf(doneAt))], key).toEqual([
        Number(cycle_time),
        Number(lead_time),
      ]);
      return cycle;
    });
    expect(cycles).toHaveLength(14);
    // knownDeviations of the file: nearest rank gives these where the peer interpolates.
    expect(
      [50, 85, 95].map((p) =>
        nearestRank(
          cycles.toSorted((a, b) => a - b),
          p,
        ),
      ),
    ).toEqual([15, 18, 21]);
  });

  it.runIf(published)('have the one published impediment, from 14 to 17 January.', () => {
    if (!published) return;
    const { table } = publishedView(published);
    const flagged = [...table.segmentBits.keys()].filter(
      (segment) => ((table.segmentBits[segment] ?? 0) & segmentBits.BLOCKED) !== 0,
    );
    expect(
      flagged.map((segment) => [dateOf(table.segmentFrom[segment]), dateOf(table.segmentFrom[segment + 1])]),
    ).toEqual([['2021-01-14', '2021-01-17']]);
  });

  it.runIf(published)(
    'have the published cumulative flow: each in every stage up to the highest it has been in.',
    () => {
      if (!published) return;
      const { cfd } = published.expected;
      const found = cumulativeFlow(askPublished(published, cfd[0]?.Date, cfd.at(-1)?.Date), 'HIGH_WATER', 'DAY');
      const names = found.stages.map(({ name }) => name);
      expect(
        found.days.map(({ date, counts }) => ({
          Date: date,
          ...Object.fromEntries(names.map((name, at) => [name, counts[at]])),
        })),
      ).toEqual(
        cfd.map(({ Date: date = '', ...cells }) => ({
          Date: date,
          ...Object.fromEntries(names.map((name) => [name, Number(cells[name])])),
          // knownDeviations of the file: the peer does not count I-18 and I-19, which have no changelog.
          Backlog: Number(cells.Backlog) + Number(date >= '2021-03-25') + Number(date >= '2021-03-28'),
        })),
      );
    },
  );

  it.runIf(published)('are as many a day as published, days without any among them.', () => {
    if (!published) return;
    const { throughput } = published.expected;
    const from = throughput[0]?.['Period starting'];
    const to = throughput.at(-1)?.['Period starting'];
    const overview = flowOverview(askPublished(published, from, to), 'DAY');
    expect(overview.throughputSeries).toEqual(
      throughput.map((row) => ({ date: row['Period starting'], value: Number(row.count) })),
    );
    expect(overview.throughput.current).toBe(14);
  });

  it.runIf(published)('fall into the published bins of a day, with 15 and 18 days as p50 and p85.', () => {
    if (!published) return;
    const report = cycleTimes(askPublished(published, '2021-01-01', '2021-04-03'), 'CYCLE');
    expect(
      report.histogram.map(({ fromDays, toDays, count }) => [`${fromDays}.0 to ${toDays}.0`, String(count)]),
    ).toEqual(published.expected.histogram.map(({ Range, Items }) => [Range, Items]));
    // p95 is withheld below 20 issues. The peer interpolates, which for these two gives the same.
    const { p50, p85, p95 } = report.percentiles;
    expect([p50, p85].map((value) => Math.floor(value?.days ?? 0))).toEqual([15, 18]);
    expect(p95).toBeNull();
  });
});
