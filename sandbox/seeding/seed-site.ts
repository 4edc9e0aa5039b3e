import { type ScheduledAct, SiteWorld } from '../world/site-world.ts';
import { Zone } from '../world/zone.ts';
import { Draw } from './draw.ts';
import { stageStatus } from './flow-profile.ts';
import { dayMs, LiveIssue } from './live-issue.ts';
import { type Birth, planBirths } from './plan-births.ts';
import type { SitePlan } from './site-plan.ts';
import { tellLife } from './tell-life.ts';
import { tellSprints } from './tell-sprints.ts';

/** For how long after the anchor the site goes on living. */
export const liveDays = 60;

/** Grows a site out of its plan: everything up to the anchor (ms) has happened, the rest is scheduled. */
export function seedSite(plan: SitePlan, anchor: number, seed: number, clock: () => number): SiteWorld {
  const zone = new Zone(plan.catalog.timeZone);
  const draw = new Draw(seed);
  const horizon = anchor + liveDays * dayMs;
  const births = planBirths(plan, zone, anchor, draw);
  const acts: ScheduledAct[] = births.map(({ at, id, fresh }) => ({ at, by: fresh.reporter, issue: id, birth: fresh }));
  for (const [index, birth] of births.entries()) {
    const issue = new LiveIssue(birth.id, plan, birth.project, zone, draw.fork(100_000 + index), birth.at, horizon);
    if (birth.level === 'epic') tellEpic(issue);
    else if (!birth.isImported) tellWork(issue, birth, births[index - 7]);
    for (const act of issue.acts) acts.push(act.at > birth.at ? act : { ...act, at: birth.at + 1000 });
  }
  acts.sort((a, b) => a.at - b.at);
  const site = new SiteWorld(plan.catalog, acts, clock);
  site.advance(anchor);
  return site;
}

function tellWork(issue: LiveIssue, birth: Birth, neighbour: Birth | undefined): void {
  const { draw, plan, lead } = issue;
  if (birth.laterParent) issue.happens(birth.at + draw.between(0.01, 3) * dayMs, lead, { parent: birth.laterParent });
  const isBlocked = neighbour?.level === 'standard' && draw.chance(0.02);
  if (isBlocked && neighbour) issue.happens(birth.at + draw.between(0.1, 2) * dayMs, lead, { blockedBy: neighbour.id });
  const { boardId } = birth.project;
  tellLife(issue);
  if (boardId !== undefined && birth.level === 'standard') tellSprints(issue, boardId, plan.catalog.sprints);
}

/** An epic is begun some weeks after it was written, stays open for months, and is then closed by its lead. */
function tellEpic(issue: LiveIssue): void {
  const { draw, profile, lead } = issue;
  issue.pass(draw.around(12, 0.5));
  issue.happens(issue.at, lead, {
    status: stageStatus(profile.stages[profile.startStage], issue.project.id),
    assignee: lead,
  });
  issue.pass(draw.around(95, 0.35));
  issue.happens(issue.at, lead, { status: stageStatus(profile.stages.at(-1), issue.project.id) });
}
