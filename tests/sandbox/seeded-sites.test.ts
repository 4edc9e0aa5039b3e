import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtInSites } from '../../sandbox/seeding/built-in-sites.ts';
import { asObject, asText, type JsonObject } from '../../sandbox/world/json.ts';
import type { SiteWorld } from '../../sandbox/world/site-world.ts';

const day = 86_400_000;
const anchor = Date.UTC(2026, 10, 20, 15);
const clock = () => anchor;
let northwind: SiteWorld;
let lakeside: SiteWorld;
let harbor: SiteWorld;

beforeAll(() => {
  [northwind, lakeside, harbor] = builtInSites(anchor, 2026, clock) as [SiteWorld, SiteWorld, SiteWorld];
}, 30_000);

const issues = (site: SiteWorld) => [...site.state.issues.values()];
const items = (history: JsonObject) => history.items as JsonObject[];
const digest = (sites: SiteWorld[]) => {
  const hash = createHash('sha256');
  for (const site of sites) hash.update(JSON.stringify(issues(site)));
  return hash.digest('hex');
};
/** All items of one field of a site, with their issue and instant. */
const changes = (site: SiteWorld, field: string) =>
  issues(site).flatMap((issue) =>
    issue.histories.flatMap((history, index) =>
      items(history)
        .filter((item) => item.field === field)
        .map((item) => ({ issue, history, item, at: issue.historyAt[index] ?? 0 })),
    ),
  );

describe('The generated sites', () => {
  it('are the same for the same anchor and seed, and others for another seed.', () => {
    expect(digest(builtInSites(anchor, 2026, clock))).toBe(digest([northwind, lakeside, harbor]));
    expect(digest(builtInSites(anchor, 2027, clock))).not.toBe(digest([northwind, lakeside, harbor]));
  }, 30_000);

  it('hold 2,664, 240 and 420 issues over eighteen months at most.', () => {
    expect([northwind, lakeside, harbor].map((site) => site.state.issues.size)).toEqual([2664, 240, 420]);
    const created = issues(northwind).map((issue) => issue.createdAt);
    expect(Math.max(...created)).toBeLessThanOrEqual(anchor);
    expect(anchor - Math.min(...created)).toBeLessThanOrEqual(549 * day);
    expect(anchor - Math.min(...created)).toBeGreaterThan(540 * day);
  });

  it('are made in less than a second and a half of processor time.', () => {
    const took = [1, 2, 3].map(() => {
      // Processor time, since tests share the machine.
      const before = process.cpuUsage();
      builtInSites(anchor, 2026, clock);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    expect(Math.min(...took)).toBeLessThan(1500);
  }, 30_000);

  it('share native ids and keys, which mean something else on each.', () => {
    for (const id of ['10001', '10002', '10100']) {
      expect(new Set([northwind, lakeside, harbor].map((site) => site.issue(id).fields.summary)).size).toBe(3);
    }
    const projects = [northwind, lakeside].map((site) => site.state.projects.get('10000'));
    expect(projects.map((project) => project?.key)).toEqual(['CORE', 'CORE']);
    expect(projects[0]?.name).not.toBe(projects[1]?.name);
    expect(northwind.issue('CORE-7').fields.summary).not.toBe(lakeside.issue('CORE-7').fields.summary);
  });

  it('have eight to fourteen history entries an issue on the big site, each with ids in the order of time.', () => {
    const counts = issues(northwind).map((issue) => issue.histories.length);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(mean).toBeGreaterThan(8);
    expect(mean).toBeLessThan(14);
    const all = issues(northwind).flatMap((issue) =>
      issue.histories.map((history, index) => ({ id: Number(history.id), at: issue.historyAt[index] ?? 0 })),
    );
    all.sort((a, b) => a.id - b.id);
    expect(all.every(({ at }, index) => at >= (all[index - 1]?.at ?? 0))).toBe(true);
  });

  it('tell histories without a gap: every status change begins where the last one ended, the last one ends at the present.', () => {
    for (const site of [northwind, lakeside, harbor]) {
      const broken = issues(site).filter((issue) => {
        const moves = issue.histories.flatMap(items).filter((item) => item.field === 'status');
        const isLinked = moves.every((move, index) => index === 0 || move.from === moves[index - 1]?.to);
        return !isLinked || (moves.length > 0 && moves.at(-1)?.to !== asObject(issue.fields.status)?.id);
      });
      expect(broken.map((issue) => issue.key)).toEqual([]);
    }
  });

  it('work mostly in working hours.', () => {
    const moves = changes(northwind, 'status');
    const atWork = moves.filter(({ at }) => {
      const wall = new Date(at + northwind.state.zone.offset(at));
      return ![0, 6].includes(wall.getUTCDay()) && wall.getUTCHours() >= 9 && wall.getUTCHours() < 18;
    });
    expect(atWork.length / moves.length).toBeGreaterThan(0.9);
  });
});

describe('Northwind Labs has real trouble in it', () => {
  it('falls behind with reviews: for ninety days far more issues enter Waiting for Review than leave it, and stays grow.', () => {
    const waiting = new Set(
      northwind.state.catalog.statuses.filter(({ json }) => json.name === 'Waiting for Review').map(({ id }) => id),
    );
    const moves = changes(northwind, 'status');
    const count = (side: 'from' | 'to', from: number, to: number) =>
      moves.filter(({ item, at }) => waiting.has(asText(item[side]) ?? '') && at >= from && at < to).length;
    const arrivals = count('to', anchor - 90 * day, anchor);
    const departures = count('from', anchor - 90 * day, anchor);
    expect(arrivals / departures).toBeGreaterThan(1.3);
    const before =
      count('to', anchor - 270 * day, anchor - 100 * day) / count('from', anchor - 270 * day, anchor - 100 * day);
    expect(before).toBeGreaterThan(0.95);
    expect(before).toBeLessThan(1.05);
    const stays = moves.flatMap(({ issue, item, at }) => {
      const entered = waiting.has(asText(item.from) ?? '')
        ? moves.findLast((move) => move.issue === issue && move.at < at && waiting.has(asText(move.item.to) ?? ''))
        : undefined;
      return entered ? [{ at, days: (at - entered.at) / day }] : [];
    });
    const median = (from: number, to: number) => {
      const days = stays.filter((stay) => stay.at >= from && stay.at < to).map((stay) => stay.days);
      return days.sort((a, b) => a - b)[Math.floor(days.length / 2)] ?? 0;
    };
    expect(median(anchor - 270 * day, anchor - 100 * day)).toBeLessThan(2);
    expect(median(anchor - 30 * day, anchor)).toBeGreaterThan(14);
  });

  it('flags issues, and says why within thirty seconds by the same person.', () => {
    const flags = changes(northwind, 'Flagged').filter(({ item }) => item.toString === ('Impediment' as unknown));
    expect(flags.length).toBeGreaterThan(150);
    const explained = flags.filter(({ issue, history, at }) => {
      const comments = (asObject(issue.fields.comment)?.comments ?? []) as JsonObject[];
      return comments.some((comment) => {
        const later = Date.parse(asText(comment.created) ?? '') - at;
        return (
          later >= 0 && later <= 30_000 && asObject(comment.author)?.accountId === asObject(history.author)?.accountId
        );
      });
    });
    expect(explained.length).toBe(flags.length);
  });

  it('sends work back, reopens it, hands it over, discards it, and closes some without any history.', () => {
    const names = (from: string, to: string) =>
      changes(northwind, 'status').filter(
        ({ item }) => item.fromString === from && (item.toString as unknown as string) === to,
      ).length;
    expect(names('In Review', 'In Progress')).toBeGreaterThan(200);
    expect(names('Done', 'In Progress')).toBeGreaterThan(50);
    expect(names('Backlog', 'Done')).toBeGreaterThan(50);
    const handovers = changes(northwind, 'assignee').filter(({ item }) => item.from !== null && item.to !== null);
    expect(handovers.length).toBeGreaterThan(500);
    const resolutions = issues(northwind).map((issue) => asObject(issue.fields.resolution)?.name);
    for (const name of ["Won't Do", 'Duplicate'])
      expect(resolutions.filter((entry) => entry === name).length).toBeGreaterThan(30);
    const silent = issues(northwind).filter(
      (issue) => issue.histories.length === 0 && issue.fields.resolution !== null,
    );
    expect(silent.length).toBeGreaterThan(5);
  });

  it('names two statuses in history that exist no more, and one by its former name.', () => {
    const present = new Set(northwind.state.catalog.statuses.filter((status) => !status.deleted).map(({ id }) => id));
    const past = changes(northwind, 'status').map(({ item }) => asText(item.to) ?? '');
    expect([...new Set(past.filter((id) => !present.has(id)))].sort()).toEqual(['10010', '10011']);
    const names = changes(northwind, 'status').map(({ item }) => item.toString as unknown as string);
    expect(names).toContain('Code Review');
  });

  it('has moved issues: a new key, the same id, found by both keys, with Key and project in one entry.', () => {
    const moves = changes(northwind, 'Key');
    expect(moves.length).toBeGreaterThan(10);
    for (const { issue, item, history } of moves) {
      expect(northwind.issue(String(item.fromString))).toBe(issue);
      expect(items(history).map((entry) => entry.field)).toContain('project');
      expect('fieldId' in item).toBe(false);
    }
  });

  it('has what else a real site has: epics, subtasks, links, sprints, worklogs, unassigned work, people who left or show little.', () => {
    const all = issues(northwind);
    const types = (level: number) => all.filter((issue) => asObject(issue.fields.issuetype)?.hierarchyLevel === level);
    expect(types(1).length).toBeGreaterThan(50);
    expect(types(-1).every((issue) => issue.parentId)).toBe(true);
    expect(types(-1).length).toBeGreaterThan(100);
    expect(all.filter((issue) => (issue.links ?? []).length > 0).length).toBeGreaterThan(20);
    expect(all.filter((issue) => (issue.sprintIds ?? []).length > 1).length).toBeGreaterThan(100);
    expect(all.filter((issue) => issue.fields.timespent !== null).length).toBeGreaterThan(50);
    expect(all.filter((issue) => issue.fields.assignee === null).length).toBeGreaterThan(50);
    const { users } = northwind.state.catalog;
    expect(users.filter((user) => user.active === false).length).toBeGreaterThan(2);
    expect(users.filter((user) => user.avatarUrls === undefined).length).toBeGreaterThan(3);
    const sameMoment = all.filter((issue) => issue.historyAt.some((at, index) => at === issue.historyAt[index + 1]));
    expect(sameMoment.length).toBeGreaterThan(100);
  });
});
