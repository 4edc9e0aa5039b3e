import type { SprintEntry } from '../world/catalog.ts';
import type { ScheduledAct } from '../world/site-world.ts';
import { stageStatus } from './flow-profile.ts';
import type { LiveIssue } from './live-issue.ts';

/** Puts an issue into the sprint of the day it is selected, and into the next ones until it is done (five at most). */
export function tellSprints(issue: LiveIssue, boardId: number, sprints: readonly SprintEntry[]): void {
  const own = sprints.filter((sprint) => sprint.boardId === boardId);
  const { stages } = issue.profile;
  const first = enters(issue, (status) => status === stageStatus(stages[1], issue.project.id));
  if (!first) return;
  const finished = enters(issue, (status) => status === stageStatus(stages.at(-1), issue.project.id))?.at ?? Infinity;
  const chosen: number[] = [];
  for (const sprint of own) {
    const joins = Math.max(first.at + 5_000, sprint.startsAt - 1_800_000);
    if (sprint.endsAt <= first.at || joins >= finished || chosen.length >= 5) continue;
    chosen.push(sprint.id);
    issue.happens(joins, first.by, { sprints: [...chosen] });
  }
}

function enters(issue: LiveIssue, isIt: (status: string) => boolean): ScheduledAct | undefined {
  return issue.acts.find((act) => act.edit?.status !== undefined && isIt(act.edit.status));
}
