import { beforeAll, describe, expect, it } from 'vitest';
import type { IssueRecord } from '../../sandbox/world/issue-record.ts';
import { type Onlooker, onlooker } from '../support/shared-world.ts';

const day = 86_400_000;
let carla: Onlooker;
beforeAll(async () => {
  carla = await onlooker('Harbor');
}, 240_000);

const query = `query ($days: Int!) { viewer { jiraConnection { analytics { flowOverview { basis { asOf } } } recommendations(window: { days: $days }, limit: 50) {
  rule title advice metric evidence { text value issues(first: 15) { totalCount nodes { key } } } } } } }`;

interface Advice {
  readonly rule: string;
  readonly title: string;
  readonly advice: string;
  readonly metric: string;
  readonly evidence: readonly {
    readonly text: string;
    readonly value: string;
    readonly issues: { readonly totalCount: number; readonly nodes: readonly { readonly key: string }[] };
  }[];
}

const ask = async (rule: string, days: number): Promise<{ asOf: number; advice: Advice | undefined }> => {
  const { jiraConnection } = (await carla.person.get(query, { days })).viewer;
  const all = jiraConnection.recommendations as readonly Advice[];
  return {
    asOf: Date.parse(jiraConnection.analytics.flowOverview.basis.asOf),
    advice: all.find((each) => each.rule === rule),
  };
};

interface Item {
  readonly field: string;
  readonly to: string | null;
}

/** The last list of sprints that an issue was given up to a moment; the sandbox writes whole lists. */
function sprintsAt({ histories, historyAt }: IssueRecord, at: number): string[] {
  const lists = histories.flatMap(({ items }, entry) =>
    (historyAt[entry] ?? 0) > at ? [] : (items as unknown as Item[]).filter(({ field }) => field === 'Sprint'),
  );
  return (lists.at(-1)?.to ?? '').split(', ');
}

describe('advice on sprints', () => {
  it('counts what came into each sprint after its start, as the site’s own records have it.', async () => {
    const { asOf, advice } = await ask('R11', 180);
    const { state } = carla.world.sandbox.world.site('Harbor');
    const records = [...state.issues.values()];
    const firstDay = Math.floor(asOf / day) * day - 179 * day;
    let planned = 0;
    const added: string[] = [];
    for (const { id, startsAt } of state.catalog.sprints) {
      // Sprints begin at eight in the morning: the same date in the zone of the viewer.
      if (startsAt < firstDay || startsAt > asOf) continue;
      for (const record of records) {
        const isIn = (at: number): boolean => sprintsAt(record, at).includes(String(id));
        if (isIn(startsAt)) planned += 1;
        else if (isIn(asOf)) added.push(record.key);
      }
    }
    expect(added.length).toBeGreaterThan(20);
    const share = Math.round((100 * added.length) / (added.length + planned));
    expect(advice?.evidence[0]).toMatchObject({
      text: 'Items that came into a sprint after its start',
      value: `${share} % (${added.length} of ${added.length + planned})`,
    });
    const issues = advice?.evidence[0]?.issues;
    expect(issues?.totalCount).toBe(new Set(added).size);
    expect(added).toEqual(expect.arrayContaining(issues?.nodes.map(({ key }) => key) ?? ['none']));
    expect(advice?.title).toMatch(/^Keep \d+ places of each sprint free for unplanned work$/);
  });
});
