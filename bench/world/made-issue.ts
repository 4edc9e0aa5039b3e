import type { Issue } from '../../server/domain/issue.ts';
import type { Biography } from '../../server/sync/flow-writer.ts';
import { MadeLife } from './made-life.ts';
import { Odds } from './odds.ts';
import { hoursIn, projects, type StatusName, statuses, workflows } from './workflow.ts';

export interface MadeWorld {
  readonly seed: number;
  readonly issueCount: number;
  /** Unix seconds: when the world was last looked at. */
  readonly asOf: number;
  /** Days over which its issues were created. */
  readonly days: number;
}

/** The world of the benchmarks: three years of a company that makes a hundred issues a day, at some 8 segments each. */
export function benchWorld(issueCount: number): MadeWorld {
  return { seed: 4, issueCount, asOf: Date.UTC(2024, 5, 28, 15) / 1000, days: 1_095 };
}

export const peopleIds: readonly string[] = Array.from({ length: 160 }, (_, index) => `person-${index + 1}`);
const labels = Array.from({ length: 12 }, (_, index) => `label-${index + 1}`);
const priorities = ['Highest', 'High', 'Medium', 'Medium', 'Medium', 'Low', null];
const types = ['Story', 'Story', 'Story', 'Bug', 'Bug', 'Task'];
const dropped = ["Won't Do", 'Duplicate', 'Cannot Reproduce'];

const firstId = 100_000;
/** One issue in so many is an epic. */
const epicEvery = 60;
/** People of one project sit in one row. */
const peoplePerProject = peopleIds.length / projects.length;

/** The issue with this number of the world, and its whole changelog: the same for the same world. */
export function madeIssue(world: MadeWorld, index: number): Biography {
  const odds = new Odds(world.seed, index);
  const place = odds.below(projects.length);
  const project = projects[place] as (typeof projects)[number];
  const until = world.asOf * 1000;
  const spanMs = world.days * 86_400_000;
  const wanted = until - spanMs + Math.floor(((index + odds.below(1000) / 1000) / world.issueCount) * spanMs);
  const createdAt = Math.min(odds.atWork(wanted), until - 1000);
  const life = new MadeLife(odds, {
    createdAt,
    until,
    status: 'BACKLOG',
    project,
    firstEntryId: 1_000_000 + index * 100,
  });
  const crew = peopleIds.slice(place * peoplePerProject, (place + 1) * peoplePerProject);
  live(life, odds, crew, workflows[place % workflows.length] ?? []);
  const isEpic = index % epicEvery === 0;
  const subtask = !isEpic && index > 0 && odds.happens(0.08);
  const parent = subtask ? odds.below(index) : Math.floor(odds.below(index + 1) / epicEvery) * epicEvery;
  const hasParent = subtask || (!isEpic && odds.happens(0.6));
  const present = statuses[life.status];
  const issue: Issue = {
    id: String(firstId + index),
    key: `${life.project.key}-${index + 1}`,
    projectId: life.project.id,
    summary: `Make part ${index + 1} of ${project.name} better`,
    type: isEpic ? 'Epic' : subtask ? 'Sub-task' : odds.pick(types),
    subtask,
    priority: odds.pick(priorities),
    statusId: present.id,
    statusName: present.name,
    resolution: life.resolution,
    resolvedAt: life.resolvedAt === null ? null : new Date(life.resolvedAt),
    assigneeId: life.assignee,
    reporterId: odds.pick(crew),
    parentId: hasParent ? String(firstId + parent) : null,
    labels: labels.filter(() => odds.happens(0.08)),
    storyPoints: odds.happens(0.5) ? 1 + odds.below(8) : null,
    flagged: life.flagged,
    createdAt: new Date(createdAt),
    updatedAt: new Date(life.at),
    acts: life.acts,
  };
  return { issue, history: life.history };
}

/** From the backlog to done, with all that comes between. */
function live(life: MadeLife, odds: Odds, crew: readonly string[], workflow: readonly StatusName[]): void {
  const someone = (): string => odds.pick(crew);
  if (odds.happens(0.3)) life.assignee = someone();
  if (odds.happens(0.09)) {
    if (life.passes(900)) life.drop(someone(), odds.pick(dropped));
    return;
  }
  // What nobody ever takes up.
  if (odds.happens(0.1)) return;
  let step = 0;
  let returns = 0;
  while (step + 1 < workflow.length) {
    if (!stay(life, odds, someone)) return;
    if (!life.passes(hoursIn[life.status] / 2)) return;
    const from = workflow[step] ?? 'BACKLOG';
    const sendsBack = (from === 'REVIEW' && odds.happens(0.16)) || (from === 'TEST' && odds.happens(0.1));
    step = sendsBack && returns < 3 ? workflow.indexOf('BUILD') : step + 1;
    if (sendsBack) returns += 1;
    const to = workflow[step] ?? 'DONE';
    const owner = to === 'BUILD' || to === 'REVIEW' || to === 'TEST' ? someone() : life.assignee;
    life.enter(to, odds.happens(0.6) ? owner : someone(), odds.happens(0.7) ? owner : life.assignee);
    if (to === 'DONE' && odds.happens(0.04) && life.passes(hoursIn.DONE)) {
      step = workflow.indexOf('BUILD');
      life.enter('BUILD', someone());
    }
  }
  if (odds.happens(0.12) && life.passes(hoursIn.DONE)) life.enter('CLOSED', someone());
}

/** What happens in one status: comments, another assignee, a flag for a while, a move. False when the world ends first. */
function stay(life: MadeLife, odds: Odds, someone: () => string): boolean {
  if (!life.passes(hoursIn[life.status] / 2)) return false;
  const isActive = life.status === 'BUILD' || life.status === 'REVIEW' || life.status === 'TEST';
  if (isActive && odds.happens(0.5)) life.act(odds.happens(0.7) ? 'COMMENT' : 'WORKLOG', life.assignee);
  if (odds.happens(0.1)) {
    if (!life.passes(2)) return false;
    life.assign(odds.happens(0.1) ? null : someone(), someone());
  }
  if (isActive && odds.happens(0.07)) {
    life.flag(true, life.assignee);
    if (!life.passes(36)) return false;
    life.flag(false, someone());
  }
  if (odds.happens(0.003) && life.passes(4)) life.moveTo(odds.pick(projects), someone());
  return true;
}
