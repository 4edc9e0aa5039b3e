import type { NewIssue } from '../world/edit.ts';
import type { JsonObject } from '../world/json.ts';
import type { Zone } from '../world/zone.ts';
import { drawArrivals } from './arrivals.ts';
import type { Draw } from './draw.ts';
import { stageStatus } from './flow-profile.ts';
import { dayMs } from './live-issue.ts';
import type { ProjectPlan, SitePlan } from './site-plan.ts';

export interface Birth {
  readonly id: string;
  readonly at: number;
  readonly project: ProjectPlan;
  readonly level: 'epic' | 'standard' | 'subtask';
  readonly fresh: NewIssue;
  /** The epic it joins later on, by an edit. */
  readonly laterParent: string | undefined;
  /** Closed by an import, without any history. */
  readonly isImported: boolean;
}

/** Every issue of a site at its creation, oldest first; ids go up from 10001 on every site alike. */
export function planBirths(plan: SitePlan, zone: Zone, anchor: number, draw: Draw): Birth[] {
  const from = anchor - plan.historyDays * dayMs;
  const moments = plan.projects.flatMap((project, index) =>
    drawArrivals(project.count, from, anchor - 3_600_000, zone, draw.fork(index)).map((at) => ({ at, project })),
  );
  moments.sort((a, b) => a.at - b.at);
  const families = new Map(plan.projects.map((project) => [project.id, new Family()]));
  return moments.map(({ at, project }, index) => {
    const family = families.get(project.id) ?? new Family();
    const id = String(10_001 + index);
    const birth = draftBirth(plan, { id, at, project, family, age: anchor - at, draw: draw.fork(1000 + index) });
    if (birth.level === 'epic') family.epics.push(birth);
    if (birth.level === 'standard') family.parents.push(birth);
    return birth;
  });
}

class Family {
  readonly epics: Birth[] = [];
  readonly parents: Birth[] = [];
}

interface Cradle {
  readonly id: string;
  readonly at: number;
  readonly project: ProjectPlan;
  readonly family: Family;
  readonly age: number;
  readonly draw: Draw;
}

function draftBirth(plan: SitePlan, cradle: Cradle): Birth {
  const { id, at, project, family, age, draw } = cradle;
  const roll = draw.next();
  const recent = family.parents.slice(-12);
  const epics = family.epics.filter((epic) => at - epic.at < 150 * dayMs).slice(-4);
  const isEpic = project.epicType !== undefined && (family.epics.length === 0 || roll < 0.035);
  const isSubtask = !isEpic && project.subtaskType !== undefined && recent.length > 3 && roll > 0.91;
  const level = isEpic ? 'epic' : isSubtask ? 'subtask' : 'standard';
  const epic = level === 'standard' && epics.length > 0 && draw.chance(0.6) ? draw.pick(epics) : undefined;
  const joinsLater = epic !== undefined && draw.chance(0.4);
  const parent = isSubtask ? draw.pick(recent) : joinsLater ? undefined : epic;
  const isImported = level === 'standard' && age > 300 * dayMs && draw.chance(0.02);
  const { verbs, things, places } = plan.words;
  const type = isEpic ? project.epicType : isSubtask ? project.subtaskType : pickType(project, draw);
  const { stages } = plan.profile;
  const fresh: NewIssue = {
    id,
    project: project.id,
    type: type ?? '',
    status: stageStatus(isImported ? stages.at(-1) : stages[0], project.id),
    summary: isEpic
      ? `${draw.pick(things)} ${draw.pick(places)}`
      : `${draw.pick(verbs)} ${draw.pick(things)} ${draw.pick(places)}`,
    reporter: draw.chance(0.6) ? draw.pick(project.crew.leads) : draw.pick(project.crew.developers),
    priority: draw.pick(['2', '3', '3', '3', '3', '4']),
    labels: draw.chance(0.2) ? [draw.pick(plan.labels)] : [],
    parent: parent?.id ?? null,
    ...(project.teams ? { fields: { [project.teams.fieldId]: team(draw.pick(project.teams.names)) } } : {}),
    ...(draw.chance(0.4)
      ? { description: `${draw.pick(verbs)} ${draw.pick(things)} so that it ${draw.pick(places)} can be relied on.` }
      : {}),
    ...(isImported ? { resolution: plan.profile.resolutions.done, resolvedAt: at + draw.between(2, 40) * dayMs } : {}),
  };
  return { id, at, project, level, fresh, laterParent: joinsLater ? epic?.id : undefined, isImported };
}

/** A value of the Team field as issues show it. */
function team(name: string): JsonObject {
  const digits = Buffer.from(name).toString('hex').padEnd(12, '0').slice(0, 12);
  return { id: `36885b3c-1bf0-4f85-a357-${digits}`, name, avatarUrl: '', isVisible: true, isShared: true, title: name };
}

function pickType(project: ProjectPlan, draw: Draw): string {
  let left = draw.next() * project.types.reduce((sum, [, share]) => sum + share, 0);
  for (const [id, share] of project.types) {
    left -= share;
    if (left <= 0) return id;
  }
  return project.types[0]?.[0] ?? '';
}
