import type { FlowStage } from './flow-profile.ts';
import { dayMs, hourMs, type LiveIssue } from './live-issue.ts';
import { whenAtWork } from './working-time.ts';

/** What happens to an issue while it stays in one stage for `days`, besides leaving it. */
export function tellStay(issue: LiveIssue, stage: FlowStage, days: number): void {
  if (stage.kind === 'backlog') groom(issue, days);
  if (stage.kind === 'ready') plan(issue, days);
  if (stage.flagged !== undefined && days > 0.4 && issue.draw.chance(stage.flagged)) block(issue, days);
  if (stage.kind === 'active') work(issue, days);
  if (stage.kind === 'queue' && days > 4 && issue.draw.chance(0.35)) {
    const by = issue.assignee ?? issue.developer;
    issue.happens(atWork(issue, issue.within(days, 0.3, 0.9)), by, {
      comment: issue.draw.pick(issue.plan.words.comments),
    });
  }
}

const atWork = (issue: LiveIssue, at: number) => Math.max(whenAtWork(at, issue.zone, issue.draw), issue.at + 1000);

/** Backlog: priority, labels, points, a better title, a place in the list; all by the lead, before the stay ends. */
function groom(issue: LiveIssue, days: number): void {
  const { draw, plan: site, lead } = issue;
  const at = (from: number, to: number) => issue.within(days, from, to);
  if (draw.chance(0.35)) issue.happens(at(0.02, 0.2), lead, { priority: draw.pick(['1', '2', '4', '5']) });
  if (draw.chance(0.45)) issue.happens(at(0.05, 0.4), lead, { labels: [draw.pick(site.labels)] });
  if (site.hasPoints && draw.chance(0.7))
    issue.happens(at(0.3, 0.8), lead, { points: draw.pick([1, 2, 3, 3, 5, 8, 13]) });
  if (draw.chance(0.6)) issue.happens(at(0.5, 0.95), lead, { ranked: draw.chance(0.8) ? 'higher' : 'lower' });
  if (draw.chance(0.3)) issue.happens(at(0.4, 0.98), lead, { ranked: 'higher' });
  if (draw.chance(0.25)) issue.happens(at(0.1, 0.9), lead, { comment: draw.pick(site.words.comments) });
}

/** Selected: sometimes somebody is named already, and points change. */
function plan(issue: LiveIssue, days: number): void {
  const { draw } = issue;
  if (draw.chance(0.4)) {
    issue.happens(issue.at + 60_000, issue.lead, { assignee: issue.developer });
    issue.assignee = issue.developer;
  }
  if (draw.chance(0.4)) issue.happens(issue.within(days, 0.2, 0.9), issue.lead, { ranked: 'higher' });
  if (issue.plan.hasPoints && draw.chance(0.2)) {
    issue.happens(issue.within(days, 0.1, 0.9), issue.lead, { points: draw.pick([2, 3, 5, 8]) });
  }
}

/** Flagged for part of the stay; the reason comes as a comment of the same person within half a minute. */
function block(issue: LiveIssue, days: number): void {
  const { draw } = issue;
  const by = issue.assignee ?? issue.developer;
  const starts = atWork(issue, issue.within(days, 0.05, 0.4));
  const ends = issue.at + days * dayMs * draw.between(0.6, 0.98);
  if (starts >= ends - hourMs) return;
  issue.happens(starts, by, { flagged: true });
  issue.happens(starts + draw.between(2, 28) * 1000, by, { comment: draw.pick(issue.plan.words.flagReasons) });
  issue.happens(ends, draw.chance(0.7) ? by : issue.lead, { flagged: false });
}

function work(issue: LiveIssue, days: number): void {
  const { draw, profile, project } = issue;
  const by = issue.assignee ?? issue.developer;
  if (draw.chance(0.3))
    issue.happens(atWork(issue, issue.within(days, 0.1, 0.8)), by, { comment: draw.pick(issue.plan.words.comments) });
  if (draw.chance(0.06))
    issue.happens(issue.within(days, 0.5, 0.95), by, { worklogSeconds: draw.pick([1800, 3600, 7200, 14_400]) });
  if (issue.stage === profile.startStage && days > 0.5 && draw.chance(profile.handedOver)) {
    const next = draw.pick(project.crew.developers);
    if (next !== by) issue.happens(issue.within(days, 0.2, 0.7), draw.chance(0.5) ? by : next, { assignee: next });
    issue.developer = next;
    issue.assignee = next;
  }
}
