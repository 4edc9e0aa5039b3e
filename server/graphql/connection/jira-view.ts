import type { Clocks } from '../../analytics/clocks/clocks-of.ts';
import type { FlowView } from '../../analytics/flow-view/flow-view.ts';
import type { MonthLock } from '../../domain/cost-model.ts';
import type { Project } from '../../domain/project.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Team } from '../../domain/team.ts';
import type { ConnectionReader } from '../../store/repository/connection-reader.ts';
import type { Reader } from '../../store/repository/reader.ts';
import type { Catalog, FlowTables } from '../flow-tables.ts';
import { type ConnectedType, connectedId, nativeIdOf } from '../shared/node-id.ts';
import { type Workflow, workflowOf } from './workflow.ts';

/** What the fields below `jiraConnection` share within one request: each is computed once, when it is first asked for. */
export class JiraView {
  readonly reader: ConnectionReader;
  readonly #viewer: Reader;
  readonly #flowTables: FlowTables;
  #flow: Promise<FlowView> | null = null;
  #catalog: Promise<Catalog> | null = null;
  #workflow: Promise<Workflow> | null = null;
  #teams: Promise<Team[]> | null = null;
  readonly #derived = new Map<unknown, Promise<unknown>>();

  constructor(reader: ConnectionReader, viewer: Reader, flowTables: FlowTables) {
    this.reader = reader;
    this.#viewer = viewer;
    this.#flowTables = flowTables;
  }

  get connectionId(): string {
    return this.reader.connection.id;
  }

  /** Global id of a thing of this connection. */
  id(type: ConnectedType, nativeId: string): string {
    return connectedId(type, this.connectionId, nativeId);
  }

  /** Native id behind a global one of this connection; null for any other id. */
  nativeId(id: string, type: ConnectedType): string | null {
    return nativeIdOf(id, type, this.connectionId);
  }

  /** Native ids behind global ones; ids that are not this connection's fall out, as ids that do not exist. */
  nativeIds(ids: readonly string[], type: ConnectedType): string[] {
    return ids.flatMap((id) => this.nativeId(id, type) ?? []);
  }

  settings(): Promise<Settings> {
    return this.#flowTables.settings(this.reader, async () => (await this.#viewer.account()).settings);
  }

  /** Months that have been closed, oldest first. */
  lockedMonths(): Promise<readonly MonthLock[]> {
    return this.#flowTables.lockedMonths(this.reader);
  }

  workflow(): Promise<Workflow> {
    this.#workflow ??= this.#readCatalog().then(({ statuses }) => workflowOf(statuses, this.reader.connection.stages));
    return this.#workflow;
  }

  /** Every project, by key. */
  async projects(): Promise<readonly Project[]> {
    return (await this.#readCatalog()).projects;
  }

  /** Saved teams, and each project that none of them names as a team of its own. */
  teams(): Promise<Team[]> {
    this.#teams ??= this.projects().then((projects) => {
      const saved = this.reader.connection.teams;
      const named = new Set(saved.flatMap((team) => team.projectIds));
      const own = projects
        .filter((project) => !named.has(project.id))
        .map(({ id, name }) => ({ id, name, projectIds: [id], memberIds: [] }));
      return [...saved, ...own];
    });
    return this.#teams;
  }

  /** The flow table under today's workflow and teams. */
  flow(): Promise<FlowView> {
    this.#flow ??= this.#readFlow();
    return this.#flow;
  }

  /** The value of `compute` for this view, computed once. Pass a named function: it is its own key. */
  derive<T>(compute: (view: JiraView) => Promise<T>): Promise<T> {
    const known = this.#derived.get(compute) as Promise<T> | undefined;
    const value = known ?? compute(this);
    this.#derived.set(compute, value);
    return value;
  }

  /** Local time and both clocks of the viewer's settings. */
  async clocks(): Promise<Clocks> {
    return this.#flowTables.clocks(await this.settings());
  }

  #readCatalog(): Promise<Catalog> {
    this.#catalog ??= this.#flowTables.catalog(this.reader);
    return this.#catalog;
  }

  async #readFlow(): Promise<FlowView> {
    const [workflow, projects, teams, { blockedByLinks }] = await Promise.all([
      this.workflow(),
      this.projects(),
      this.teams(),
      this.settings(),
    ]);
    return this.#flowTables.view(this.reader, { statuses: workflow.statuses, projects, teams, blockedByLinks });
  }
}
