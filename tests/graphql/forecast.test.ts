import { beforeAll, describe, expect, it } from 'vitest';
import { chanceOf, exactThroughput, oddsOfAtLeast } from '../analytics/obvious/exact-throughput.ts';
import type { Person } from '../support/person.ts';
import { onlooker } from '../support/shared-world.ts';
import type { World } from '../support/world.ts';

let world: World;
let alice: Person;
beforeAll(async () => {
  ({ world, person: alice } = await onlooker('Northwind Labs'));
});

const ask = (question: string, selection: string) =>
  alice.ask(`{ viewer { jiraConnection { analytics { forecast(question: ${question}) { ${selection} } } } } }`);

async function told(question: string, selection: string) {
  const answer = await ask(question, selection);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.viewer.jiraConnection.analytics.forecast;
}

/** The date in Berlin, where alice's days are. */
const dateOf = (instant: string | number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date(instant));
const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** What was delivered on each of the 90 days before asOf's date, straight from the issues. */
async function historyBefore(today: string): Promise<number[]> {
  const dropped = new Set(["won't do", 'duplicate', "won't fix", 'cannot reproduce', 'declined', 'obsolete']);
  const site = world.sandbox.world.site('Northwind Labs');
  const history = new Array<number>(90).fill(0);
  for (let after: string | null = null; ; ) {
    const answer: {
      viewer: {
        jiraConnection: {
          issues: {
            nodes: { key: string; doneAt: string | null }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        };
      };
    } = await alice.get(
      'query ($after: String) { viewer { jiraConnection { issues(first: 100, after: $after, filter: { done: true }) { nodes { key doneAt } pageInfo { hasNextPage endCursor } } } } }',
      { after },
    );
    const { nodes, pageInfo } = answer.viewer.jiraConnection.issues;
    for (const { key, doneAt } of nodes) {
      const fields = site.issue(key).fields as {
        resolution: { name: string } | null;
        issuetype: { subtask: boolean };
      };
      const ago = doneAt === null ? 0 : daysFrom(dateOf(doneAt), today);
      const counts = !fields.issuetype.subtask && !dropped.has((fields.resolution?.name ?? '').toLowerCase());
      if (counts && ago >= 1 && ago <= 90) history[90 - ago] = (history[90 - ago] ?? 0) + 1;
    }
    if (!pageInfo.hasNextPage) return history;
    after = pageInfo.endCursor;
  }
}

describe('Forecasts over HTTP, against exact odds over what Jira holds', () => {
  it('say by when, how many by then, and how far past ones held.', async () => {
    const all = `basis { n asOf window { from to } clock definition } trials seed when { probability date } howMany { probability count }
      distribution { date value } calibration { n hit50 hit85 hit95 }`;
    const report = await told('{ items: 100 }', all);
    const today = dateOf(report.basis.asOf);
    const history = await historyBefore(today);
    expect(report).toMatchObject({
      trials: 10_000,
      howMany: [],
      basis: { n: history.reduce((sum, count) => sum + count, 0), clock: 'CALENDAR' },
    });
    expect(report.basis.n).toBeGreaterThan(100);
    expect(dateOf(report.basis.window.from)).toBe(dateOf(Date.parse(today) - 90 * 86_400_000));
    expect(dateOf(report.basis.window.to)).toBe(today);
    expect(report.when.map(({ probability }: { probability: number }) => probability)).toEqual([0.5, 0.7, 0.85, 0.95]);
    const odds = exactThroughput(history, 400, 100);
    for (const { probability: p, date } of report.when) {
      const days = daysFrom(today, date);
      expect(oddsOfAtLeast(100, odds[days] ?? [])).toBeGreaterThanOrEqual(p - chanceOf(p, 10_000));
      expect(oddsOfAtLeast(100, odds[days - 1] ?? [])).toBeLessThan(p + chanceOf(p, 10_000));
    }
    expect(report.distribution.at(-1).value).toBe(1);
    expect(report.calibration.n).toBe(12);
    expect(report.calibration.hit95).toBeGreaterThanOrEqual(report.calibration.hit85);
    expect(report.calibration.hit85).toBeGreaterThanOrEqual(report.calibration.hit50);

    const { date } = report.when[2];
    const counts = await told(`{ by: "${date}", seed: ${report.seed} }`, all);
    expect(counts).toMatchObject({ when: [], seed: report.seed, calibration: report.calibration });
    // The day on which 100 are done with 0.85 is one by which at least 100 are, with 0.85.
    expect(counts.howMany[2].count).toBeGreaterThanOrEqual(100);
    expect(counts.distribution.at(-1)).toEqual({ date, value: counts.howMany[2].count });
    expect(await told('{ items: 100 }', all)).toEqual(report);
  });

  it('refuse what cannot be asked, and name it.', async () => {
    for (const [question, argumentName] of [
      ['{}', 'question'],
      ['{ items: 5, by: "2099-01-01" }', 'question'],
      ['{ items: 0 }', 'items'],
      ['{ by: "2020-01-01" }', 'by'],
      ['{ items: 5, historyDays: 3 }', 'historyDays'],
      ['{ items: 5, trials: 100 }', 'trials'],
    ])
      expect((await ask(question ?? '', 'seed')).errors?.[0]?.extensions, question).toMatchObject({
        code: 'BAD_USER_INPUT',
        argumentName,
      });
  });
});
