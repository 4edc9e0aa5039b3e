import type { CommandStartedEvent } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let alice: Person;
const commands: CommandStartedEvent[] = [];
beforeAll(async () => {
  world = await openWorld({ onCommand: (event) => commands.push(event) });
  flagOne();
  alice = await world.signUp('alice');
  await alice.connectJira('Northwind Labs');
  await alice.synced();
});
afterAll(() => world.close());

/** The site lives: on some days nothing in it is flagged. */
function flagOne(): void {
  const site = world.sandbox.world.site('Northwind Labs');
  const isUnderWay = ({ fields }: { readonly fields: Record<string, unknown> }): boolean =>
    fields.resolution === null &&
    !(fields.issuetype as { subtask: boolean }).subtask &&
    (fields.status as { name: string }).name === 'In Progress';
  const issue = [...site.state.issues.values()].find(isUnderWay);
  if (!issue) throw new Error('nothing is under way');
  const [by] = [...site.state.users.keys()];
  site.flag(issue.key, { ...(by && { by }), reason: 'Waiting for the audit.' });
}

const query = `query ($first: Int!, $after: String, $kinds: [StuckKind!], $orderBy: StuckOrder) { viewer { jiraConnection { investigation(clock: CALENDAR) {
  stuckWork(first: $first, after: $after, kinds: $kinds, orderBy: $orderBy) { totalCount basis { n definition excluded { reason count } } edges { cursor node { issue { key } } }
  nodes { issue { key assignee { displayName } age(clock: CALENDAR) { seconds } } kinds age { seconds } timeInStage { seconds } pacePercentile chanceToMissTarget suggestion blockedReason }
  pageInfo { hasNextPage hasPreviousPage endCursor } } } } } }`;

interface Told {
  readonly issue: {
    readonly key: string;
    readonly assignee: { readonly displayName: string } | null;
    readonly age: { readonly seconds: number };
  };
  readonly kinds: readonly string[];
  readonly age: { readonly seconds: number };
  readonly timeInStage: { readonly seconds: number };
  readonly pacePercentile: number | null;
  readonly chanceToMissTarget: number | null;
  readonly suggestion: string;
  readonly blockedReason: string | null;
}

interface Page {
  readonly totalCount: number;
  readonly basis: { readonly n: number; readonly definition: string };
  readonly nodes: readonly Told[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function page(variables: Record<string, unknown>): Promise<Page> {
  return (await alice.get(query, { first: 100, ...variables })).viewer.jiraConnection.investigation.stuckWork;
}

async function all(variables: Record<string, unknown>): Promise<{ told: Told[]; last: Page }> {
  const told: Told[] = [];
  let after: string | null = null;
  for (;;) {
    const last: Page = await page({ ...variables, after });
    told.push(...last.nodes);
    if (!last.pageInfo.hasNextPage) return { told, last };
    after = last.pageInfo.endCursor;
  }
}

interface Open {
  readonly key: string;
  readonly flagged: boolean;
  readonly assignee: object | null;
  readonly stage: { readonly kind: string } | null;
}

interface IssuePage {
  readonly nodes: readonly (Pick<Open, 'key' | 'stage'> & {
    readonly startedAt: string | null;
    readonly doneAt: string | null;
  })[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** What Jira says of every issue that is under way and no subtask: the flag, the assignee and the stage of its status. */
async function underWay(): Promise<Open[]> {
  const site = world.sandbox.world.site('Northwind Labs');
  const flagField = site.state.fieldIds.flagged ?? '';
  const open: Open[] = [];
  let after: string | null = null;
  do {
    const answer: IssuePage = (
      await alice.get(
        'query ($after: String) { viewer { jiraConnection { issues(first: 100, after: $after) { nodes { key startedAt doneAt stage { kind } } pageInfo { hasNextPage endCursor } } } } }',
        { after },
      )
    ).viewer.jiraConnection.issues;
    const { nodes, pageInfo } = answer;
    for (const { key, startedAt, doneAt, stage } of nodes) {
      const fields = site.issue(key).fields as Record<string, unknown> & { issuetype: { subtask: boolean } };
      if (startedAt === null || doneAt !== null || fields.issuetype.subtask) continue;
      const flag = fields[flagField];
      const assignee = (fields.assignee ?? null) as object | null;
      open.push({ key, flagged: Array.isArray(flag) && flag.length > 0, assignee, stage });
    }
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  return open;
}

const keysOf = (told: readonly Told[]): string[] => told.map(({ issue }) => issue.key);

describe('Stuck work over HTTP', () => {
  it('comes page by page, each issue once, in each order.', async () => {
    const { told, last } = await all({ first: 7 });
    expect(told.length).toBe(last.totalCount);
    expect(last.totalCount).toBeGreaterThan(21);
    expect(last.basis.n).toBeGreaterThanOrEqual(last.totalCount);
    expect(new Set(keysOf(told)).size).toBe(told.length);
    for (const orderBy of ['AGE', 'TIME_IN_STAGE'] as const) {
      const { told: ordered } = await all({ first: 100, orderBy });
      expect(keysOf(ordered).sort()).toEqual(keysOf(told).sort());
      const lengths = ordered.map(({ age, timeInStage }) => (orderBy === 'AGE' ? age : timeInStage).seconds);
      expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    }
    for (const { issue, age, timeInStage, pacePercentile, chanceToMissTarget, suggestion } of told) {
      expect(age.seconds, issue.key).toBe(issue.age.seconds);
      expect(timeInStage.seconds).toBeLessThanOrEqual(age.seconds);
      for (const [value, most] of [
        [pacePercentile, 100],
        [chanceToMissTarget, 1],
      ] as const)
        if (value !== null) expect(value >= 0 && value <= most).toBe(true);
      // Advice is about work: no sentence names anybody.
      if (issue.assignee) expect(suggestion).not.toContain(issue.assignee.displayName);
    }
  });

  it('finds the flagged and the unassigned that Jira has, and no others.', async () => {
    const open = await underWay();
    const { told: blocked, last } = await all({ kinds: ['BLOCKED'] });
    expect(last.basis.n).toBe(open.length);
    const flagged = open.filter((issue) => issue.flagged).map(({ key }) => key);
    expect(flagged.length).toBeGreaterThan(0);
    expect(keysOf(blocked).sort()).toEqual(flagged.sort());
    const { told: unassigned } = await all({ kinds: ['UNASSIGNED'] });
    const nobodys = open.filter(({ assignee, stage }) => assignee === null && stage?.kind === 'ACTIVE');
    expect(keysOf(unassigned).sort()).toEqual(nobodys.map(({ key }) => key).sort());
    const { told: either } = await all({ kinds: ['BLOCKED', 'UNASSIGNED'] });
    expect(new Set(keysOf(either))).toEqual(new Set([...keysOf(blocked), ...keysOf(unassigned)]));
    expect((await page({ kinds: [] })).totalCount).toBe(0);
  });

  it('reads the issues of a page and the people they name at once, however many they are.', async () => {
    await page({ first: 1 });
    const costOf = async (first: number): Promise<number> => {
      const before = commands.length;
      await page({ first });
      return commands.slice(before).filter(({ commandName }) => ['find', 'aggregate'].includes(commandName)).length;
    };
    expect(await costOf(100)).toBe(await costOf(2));
  });

  it('refuses what is no page of it.', async () => {
    for (const variables of [{ first: 0 }, { first: 101 }, { first: 5, after: 'nothing' }])
      expect((await alice.ask(query, variables)).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it('says why what is blocked is blocked, in the words of whoever put up the flag.', async () => {
    const site = world.sandbox.world.site('Northwind Labs');
    const { told: before } = await all({ kinds: ['BLOCKED'] });
    const open = (await underWay()).filter(({ flagged }) => !flagged).map(({ key }) => key);
    const [reasoned, silent, answered] = open.slice(0, 3) as [string, string, string];
    const [one, another] = [...site.state.users.keys()] as [string, string];
    site.flag(reasoned, { by: one, reason: '(flag) Flag added\nThe licence has not come.' });
    site.flag(silent, { by: one });
    site.flag(answered, { by: one });
    site.comment(answered, 'Not my reason.', { by: another });
    await alice.sync();
    const { told } = await all({ kinds: ['BLOCKED'] });
    const reasonOf = (key: string) => told.find(({ issue }) => issue.key === key)?.blockedReason;
    expect([reasoned, silent, answered].map(reasonOf)).toEqual(['The licence has not come.', null, null]);
    for (const { issue } of before) expect(reasonOf(issue.key), issue.key).toBe(reasonByHand(issue.key));
    expect(before.filter(({ issue }) => reasonOf(issue.key) !== null).length).toBeGreaterThan(0);
    for (const { kinds, blockedReason } of (await all({})).told)
      if (!kinds.includes('BLOCKED')) expect(blockedReason).toBeNull();
    site.flag(reasoned, { by: one, flagged: false });
    await alice.sync();
    expect((await all({ kinds: ['BLOCKED'] })).told.map(({ issue }) => issue.key)).not.toContain(reasoned);
  });
});

interface Written {
  readonly created: string;
  readonly author?: { readonly accountId: string };
  readonly body: { readonly content: readonly { readonly content: readonly { readonly text: string }[] }[] };
}

/** The comment beside the last flag, straight from what Jira holds; the sandbox writes a paragraph a line. */
function reasonByHand(key: string): string | null {
  const { histories, fields } = world.sandbox.world.site('Northwind Labs').issue(key);
  const isFlag = (items: unknown): boolean => (items as { field: string }[]).some(({ field }) => field === 'Flagged');
  const flag = histories.findLast(({ items }) => isFlag(items)) as unknown as Written | undefined;
  const { comments } = fields.comment as unknown as { comments: Written[] };
  const found = comments.find(
    ({ created, author }) =>
      author?.accountId === flag?.author?.accountId &&
      Math.abs(Date.parse(created) - Date.parse(flag?.created ?? '')) <= 30_000,
  );
  return found ? found.body.content.map(({ content }) => content[0]?.text).join('\n') : null;
}
