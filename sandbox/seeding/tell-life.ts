import { stageStatus } from './flow-profile.ts';
import type { LiveIssue } from './live-issue.ts';
import { dayMs, hourMs } from './live-issue.ts';
import { tellStay } from './tell-stay.ts';

/** Tells what happens to an issue from its birth to the horizon, stage by stage. */
export function tellLife(issue: LiveIssue): void {
  const { draw, profile } = issue;
  const lastStage = profile.stages.length - 1;
  let reworks = 0;
  let reopenings = 0;
  const isDiscarded = draw.chance(profile.discarded);
  const discardStage = draw.chance(0.6) ? 0 : draw.below(Math.min(4, lastStage));
  const closesFromBacklog = draw.chance(profile.closedFromBacklog);
  const movesAt = issue.project.movesTo && draw.chance(profile.moved) ? draw.below(3) : -1;
  while (issue.at <= issue.horizon) {
    const stage = profile.stages[issue.stage];
    if (!stage) return;
    if (stage.kind === 'done') {
      if (reopenings > 0 || !draw.chance(profile.reopened)) return;
      reopenings += 1;
      issue.pass(draw.around(4, 0.9));
      issue.happens(issue.at - 20_000, issue.lead, { comment: draw.pick(issue.plan.words.comments) });
      issue.enter(profile.startStage, issue.lead);
      continue;
    }
    const days = stayDays(issue);
    tellStay(issue, stage, days);
    if (issue.stage === movesAt) move(issue, days);
    issue.pass(days);
    if (issue.at > issue.horizon) return;
    if (isDiscarded && issue.stage >= discardStage && reopenings === 0) {
      const { resolutions } = profile;
      const resolution = draw.chance(0.3) ? resolutions.duplicate : resolutions.discarded;
      issue.enter(lastStage, issue.lead, { resolution });
      return;
    }
    if (closesFromBacklog && issue.stage === 0) {
      issue.enter(lastStage, issue.lead, { assignee: issue.developer });
      return;
    }
    const { sentBack } = stage;
    if (sentBack && reworks < 4 && draw.chance(sentBack.chance)) {
      reworks += 1;
      sendBack(issue, sentBack.to);
      continue;
    }
    detour(issue);
    goOn(issue);
  }
}

/** How long the issue stays where it is, in days. A stage that falls behind keeps it the longer the later it comes. */
function stayDays(issue: LiveIssue): number {
  const { draw, profile } = issue;
  const stage = profile.stages[issue.stage];
  const usual = draw.around(stage?.medianDays ?? 1, stage?.spread ?? 0.5);
  const { slowing } = profile;
  if (!slowing || slowing.stage !== issue.stage || issue.at <= slowing.since) return usual;
  const growth = slowing.growth[issue.project.id] ?? 0;
  const isExpedited = draw.chance(0.08);
  return usual + ((issue.at - slowing.since) / dayMs) * growth * draw.around(1, 0.3) * (isExpedited ? 0.15 : 1);
}

function goOn(issue: LiveIssue): void {
  const { draw, profile } = issue;
  let next = issue.stage + 1;
  while (next < profile.stages.length - 1 && draw.chance(profile.stages[next]?.skipped ?? 0)) next += 1;
  const taker = profile.stages[next]?.taker;
  const person = taker === 'tester' ? draw.pick(issue.project.crew.testers) : issue.developer;
  const isAutomatic = profile.stages[next]?.kind === 'done' && draw.chance(0.15);
  const hand = isAutomatic ? issue.plan.automation : (issue.assignee ?? issue.developer);
  const by = taker === undefined ? hand : person;
  const isTaken = taker !== undefined && issue.assignee !== person;
  // Some people take an issue and move it in one go, some in two entries of the same millisecond, some a little earlier.
  const manner = draw.below(4);
  if (isTaken && manner === 0) issue.happens(issue.at, by, { assignee: person });
  if (isTaken && manner === 1) issue.happens(issue.at - 90_000, by, { assignee: person });
  issue.enter(next, by, isTaken && manner > 1 ? { assignee: person } : {});
  if (isTaken) issue.assignee = person;
}

function sendBack(issue: LiveIssue, to: number): void {
  const { draw } = issue;
  const by = draw.pick(issue.project.crew.developers);
  issue.happens(issue.at - draw.between(5, 60) * 1000, by, { comment: draw.pick(issue.plan.words.comments) });
  const isHandedBack = issue.assignee !== issue.developer;
  issue.assignee = issue.developer;
  issue.enter(to, by, isHandedBack ? { assignee: issue.developer } : {});
}

/** Statuses that exist no more: some issues once stood in them for a while. */
function detour(issue: LiveIssue): void {
  const { draw, profile } = issue;
  for (const by of profile.detours) {
    if (by.after !== issue.stage || issue.project.id === by.except || !draw.chance(by.chance)) continue;
    const days = draw.around(1.2, 0.6);
    if (issue.at + (days + 5) * dayMs > by.until) continue;
    issue.happens(issue.at, issue.assignee ?? issue.developer, { status: by.status });
    issue.pass(days);
  }
}

/** To another project, where other people work and statuses may have other ids. */
function move(issue: LiveIssue, days: number): void {
  const target = issue.plan.projects.find((project) => project.id === issue.project.movesTo);
  const at = issue.within(days, 0.2, 0.8);
  if (!target || at > issue.horizon) return;
  const status = stageStatus(issue.profile.stages[issue.stage], target.id);
  issue.happens(at, issue.lead, { project: target.id, status });
  issue.happens(at + hourMs / 2, issue.lead, { comment: issue.draw.pick(issue.plan.words.comments) });
  issue.project = target;
  issue.developer = issue.draw.pick(target.crew.developers);
}
