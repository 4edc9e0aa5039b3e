import type { TimeClock } from '../../analytics/clocks/time-clock.ts';
import type { FlowView } from '../../analytics/flow-view/flow-view.ts';
import { issueDates, issueTimes } from '../../analytics/issue-selection/issue-dates.ts';
import { timeline } from '../../analytics/issue-selection/timeline.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Project } from '../../domain/project.ts';
import type { Clock } from '../../domain/question.ts';
import type { Team } from '../../domain/team.ts';
import type { JiraView } from '../connection/jira-view.ts';
import { PersonNode } from '../connection/person-node.ts';
import { ProjectNode } from '../connection/project-node.ts';
import { statusNodeOf } from '../connection/status-node-of.ts';
import { TeamNode } from '../connection/team-node.ts';
import type { Workflow } from '../connection/workflow.ts';
import { StageNode, type StatusNode } from '../connection/workflow-nodes.ts';
import type { Duration } from '../questions/duration-type.ts';
import type { IssueSegment } from './issue-node.ts';

interface LensParts {
  readonly flow: FlowView;
  readonly workflow: Workflow;
  readonly projects: readonly Project[];
  readonly teams: readonly Team[];
  readonly clocks: { readonly [K in Clock]: TimeClock };
}

/**
 * What all issues of an answer are looked at through: their relations, loaded before the first row is resolved, so that
 * the fields of a row are values and not promises.
 */
export class IssueLens {
  readonly view: JiraView;
  readonly flow: FlowView;
  readonly #workflow: Workflow;
  readonly #clocks: LensParts['clocks'];
  readonly #projects: ReadonlyMap<string, ProjectNode>;
  readonly #teamOfProject: ReadonlyMap<string, TeamNode>;
  readonly #siteUrl: string;

  constructor(view: JiraView, { flow, workflow, projects, teams, clocks }: LensParts) {
    this.view = view;
    this.flow = flow;
    this.#workflow = workflow;
    this.#clocks = clocks;
    this.#projects = new Map(projects.map((project) => [project.id, new ProjectNode(view, project)]));
    this.#teamOfProject = new Map(
      teams.flatMap((team) => team.projectIds.map((id) => [id, new TeamNode(view, team)] as const)),
    );
    this.#siteUrl = view.reader.connection.site?.url ?? '';
  }

  urlOf(key: string): string {
    return `${this.#siteUrl}/browse/${encodeURIComponent(key)}`;
  }

  project(issue: Issue): ProjectNode {
    const known = this.#projects.get(issue.projectId);
    if (known) return known;
    const key = issue.key.slice(0, Math.max(0, issue.key.lastIndexOf('-')));
    return new ProjectNode(this.view, { id: issue.projectId, key, name: key, archived: false });
  }

  /** A status by id; one that is stored nowhere is shown under the name that history gives it. */
  status(id: string, name: string): StatusNode {
    return statusNodeOf(this.view, this.#workflow, id, name);
  }

  stageOfStatus(id: string): StageNode | null {
    const stage = this.#workflow.stageOfStatus.get(id);
    return stage ? new StageNode(this.view, this.#workflow, stage) : null;
  }

  teamOfProject(id: string): TeamNode | null {
    return this.#teamOfProject.get(id) ?? null;
  }

  /** A value when the person has been prefetched, else a promise. */
  person(id: string | null): PersonNode | null | Promise<PersonNode | null> {
    if (id === null) return null;
    const known = this.view.reader.people.known(id);
    if (known !== undefined) return known && new PersonNode(this.view, known);
    return this.view.reader.people.byId(id).then((person) => person && new PersonNode(this.view, person));
  }

  startedAt(row: number | undefined): Date | null {
    return dateOf(row === undefined ? null : issueDates(this.flow, row).startedAt);
  }

  firstDoneAt(row: number | undefined): Date | null {
    return dateOf(row === undefined ? null : issueDates(this.flow, row).firstDoneAt);
  }

  doneAt(row: number | undefined): Date | null {
    return dateOf(row === undefined ? null : issueDates(this.flow, row).doneAt);
  }

  cycleTime(row: number | undefined, clock: Clock): Duration | null {
    return row === undefined ? null : issueTimes(this.flow, row, this.#clocks[clock]).cycleTime;
  }

  leadTime(row: number | undefined, clock: Clock): Duration | null {
    return row === undefined ? null : issueTimes(this.flow, row, this.#clocks[clock]).leadTime;
  }

  age(row: number | undefined, clock: Clock): Duration | null {
    return row === undefined ? null : issueTimes(this.flow, row, this.#clocks[clock]).age;
  }

  async timeline(row: number | undefined, clock: Clock): Promise<IssueSegment[]> {
    if (row === undefined) return [];
    const segments = timeline(this.flow, row, this.#clocks[clock]);
    return Promise.all(
      segments.map(async ({ from, to, statusId, statusNameThen, stage, assigneeId, kind, duration }) => ({
        from: new Date(from * 1000),
        to: dateOf(to),
        status: this.status(statusId, statusNameThen),
        statusNameThen,
        stage: stage && new StageNode(this.view, this.#workflow, stage),
        assignee: await this.person(assigneeId),
        kind,
        duration,
      })),
    );
  }
}

const dateOf = (seconds: number | null): Date | null => (seconds === null ? null : new Date(seconds * 1000));

/** The lens of a view; pass to `JiraView.derive`. */
export async function issueLens(view: JiraView): Promise<IssueLens> {
  const [flow, workflow, projects, teams, clocks] = await Promise.all([
    view.flow(),
    view.workflow(),
    view.projects(),
    view.teams(),
    view.clocks(),
  ]);
  return new IssueLens(view, { flow, workflow, projects, teams, clocks: clocks.of });
}
