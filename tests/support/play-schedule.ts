import type { SiteWorld } from '../../sandbox/world/site-world.ts';
import type { DrivenSync } from './driven-sync.ts';
import { madeProjectIds, madeStatusIds, madeUserIds } from './made-site.ts';
import type { Act, Step } from './random-schedule.ts';

/** Acts are a second apart: within the second of its making, a change of an issue is believed to be part of that. */
const apartMs = 1_000;

/** What a schedule has done to a site. */
export interface Played {
  /** Native ids that were out of the lists at some time: archived, or in an archived project. */
  readonly everArchived: ReadonlySet<string>;
}

/** Lets everything of a schedule happen. `afterRun` is asked once after each run. */
export async function playSchedule(
  sync: DrivenSync,
  site: SiteWorld,
  steps: readonly Step[],
  afterRun: () => Promise<void>,
): Promise<Played> {
  const { clock, faults } = sync.sandbox;
  const everArchived = new Set<string>();
  const unheard: Told[] = [];
  const perform = (act: Act): void => {
    clock.advance(apartMs);
    const told = doAct(site, act, clock.now());
    for (const issue of site.state.issues.values()) if (isArchived(site, issue.id)) everArchived.add(issue.id);
    if (act.heard && told) unheard.push(told);
  };
  const hear = async (): Promise<void> => {
    for (const { id, isDeletion } of unheard.splice(0)) await sync.hear(id, isDeletion);
  };
  for (const step of steps) {
    if (step.kind === 'pass') clock.advance(step.seconds * 1_000);
    if (step.kind === 'act') perform(step.act);
    if (step.kind === 'run') {
      faults.set(step.trouble);
      sync.beforeRequest = (number) => {
        for (const { beforeRequest, act } of step.meanwhile) if (beforeRequest === number) perform(act);
      };
      await sync.run(step.mode);
      sync.beforeRequest = () => undefined;
      faults.clear();
      await afterRun();
    }
    await hear();
  }
  return { everArchived };
}

/** Whether searches do without an issue that is there. */
export function isArchived({ state }: SiteWorld, id: string): boolean {
  const project = (state.need(id).fields.project as { id: string }).id;
  return state.sight.archivedIssues.has(id) || state.sight.archivedProjects.has(project);
}

interface Told {
  readonly id: string;
  readonly isDeletion: boolean;
}

/** Does it, if it can be done; answers what a webhook would tell of. Nobody edits what is archived: Jira refuses that. */
function doAct(site: SiteWorld, { deed, issue: place, value, lateSeconds }: Act, now: number): Told | null {
  const { state } = site;
  const ids = [...state.issues.keys()].sort();
  const id = pick(ids, place);
  const project = pick(madeProjectIds, value);
  const by = pick(madeUserIds, value);
  if (deed === 'archive project') site.archiveProject(project);
  if (deed === 'unarchive project') site.unarchiveProject(project);
  if (deed === 'add' && !state.sight.archivedProjects.has(project)) {
    const at = now - lateSeconds * 1_000;
    const fresh = { project, type: '7', status: '1', summary: `Issue ${now}`, reporter: by };
    return { id: site.addIssue(fresh, { by, at }).id, isDeletion: false };
  }
  if (id === undefined || deed === 'add') return null;
  if (deed === 'unarchive') site.unarchiveIssue(id);
  if (deed === 'archive') site.archiveIssue(id);
  if (deed === 'delete') {
    site.deleteIssue(id);
    return { id, isDeletion: true };
  }
  if (isArchived(site, id)) return null;
  // An issue never changes at an earlier date than before.
  const at = Math.max(now - lateSeconds * 1_000, state.need(id).updatedAt + apartMs);
  const options = { by, at };
  if (deed === 'transition') site.transition(id, pick(madeStatusIds, value), options);
  if (deed === 'assign') site.editIssue(id, { assignee: value < 3 ? null : by }, options);
  if (deed === 'label') site.editIssue(id, { labels: ['red', 'blue'].slice(value % 3) }, options);
  if (deed === 'flag') site.flag(id, { ...options, flagged: value % 2 === 0 });
  if (deed === 'comment') site.comment(id, 'A word', options);
  if (deed === 'move' && !state.sight.archivedProjects.has(project)) site.moveIssue(id, project, options);
  return { id, isDeletion: false };
}

function pick<T>(values: readonly T[], place: number): T {
  return values[place % values.length] as T;
}
