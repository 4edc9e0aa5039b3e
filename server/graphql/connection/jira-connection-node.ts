import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Field, Info, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Clock } from '../../domain/question.ts';
import { AnalyticsType } from '../analytics/analytics-type.ts';
import { askMoney } from '../financial/ask-money.ts';
import { FinancialType } from '../financial/financial-type.ts';
import { LockedMonthType, lockedMonthOf } from '../financial/locked-month-type.ts';
import { InvestigationType } from '../investigation/investigation-type.ts';
import { IssueFilter, IssueOrder } from '../issues/issue-filter.ts';
import { IssueConnection, IssueNode } from '../issues/issue-node.ts';
import { issueByKey, issuePage } from '../issues/issue-page.ts';
import { ClockEnum, clockArgument } from '../questions/clock-enum.ts';
import { ask } from '../questions/question.ts';
import { ScopeInput, scopeArgument, WindowInput, windowArgument } from '../questions/question-inputs.ts';
import { enumOf } from '../shared/enum-of.ts';
import { Node, typename } from '../shared/node.ts';
import { ownId } from '../shared/node-id.ts';
import { afterArgument, checkFirst, firstArgument, pageOf, readCursor } from '../shared/paging.ts';
import { DateTime } from '../shared/scalars.ts';
import { SyncRunConnection, SyncRunNode } from '../sync/sync-run-node.ts';
import { SyncStatus } from '../sync/sync-status.ts';
import { JiraSiteType } from './jira-site.ts';
import type { JiraView } from './jira-view.ts';
import { PersonConnection, personPage } from './person-node.ts';
import { ProjectConnection, ProjectNode } from './project-node.ts';
import { TeamNode } from './team-node.ts';
import { StageNode, StatusNode } from './workflow-nodes.ts';

const statuses = ['CHOOSING_SITE', 'CONNECTED', 'NEEDS_RECONNECT', 'DISCONNECTING'] as const;
const JiraConnectionStatusEnum = enumOf(statuses);
registerEnumType(JiraConnectionStatusEnum, {
  name: 'JiraConnectionStatus',
  description: 'How the connection stands.',
  valuesConfig: {
    CHOOSING_SITE: { description: 'The grant covers several sites; `chooseJiraSite` picks one.' },
    CONNECTED: { description: 'Sync can read.' },
    NEEDS_RECONNECT: { description: 'Jira no longer accepts the permission. What is stored stays; connect again.' },
    DISCONNECTING: { description: 'It is being deleted.' },
  },
});

@ObjectType('JiraConnection', { implements: Node, description: "The viewer's own Jira, as far as it has been synced." })
export class JiraConnectionNode implements Node {
  readonly [typename] = 'JiraConnection';
  /** For the resolvers of its further fields. */
  readonly view: JiraView;

  constructor(view: JiraView) {
    this.view = view;
  }

  get id(): string {
    return ownId('JiraConnection', this.view.connectionId);
  }

  @Field(() => JiraConnectionStatusEnum, { description: 'How the connection stands.' })
  get status(): (typeof statuses)[number] {
    return this.view.reader.connection.status;
  }

  @Field(() => JiraSiteType, { nullable: true, description: 'The connected site; null while it is being chosen.' })
  get site(): JiraSiteType | null {
    return this.view.reader.connection.site;
  }

  @Field(() => [JiraSiteType], { description: 'Sites the grant covers, to choose from while status is CHOOSING_SITE.' })
  get availableSites(): readonly JiraSiteType[] {
    return this.view.reader.connection.availableSites;
  }

  @Field(() => [String], { description: 'What Atlassian lets us do.' })
  get grantedScopes(): readonly string[] {
    return this.view.reader.connection.grantedScopes;
  }

  @Field(() => DateTime, { description: 'When consent was given.' })
  get connectedAt(): Date {
    return this.view.reader.connection.connectedAt;
  }

  @Field(() => ProjectConnection, { description: 'The projects the viewer may see in Jira, by key.' })
  async projects(
    @Arg('first', () => Int, { defaultValue: 50, ...firstArgument }) first: number,
    @Arg('after', () => String, afterArgument) after: string | null,
  ): Promise<ProjectConnection> {
    checkFirst(first);
    const from = readCursor(after);
    const all = await this.view.projects();
    const rest = from === null ? all : all.filter((project) => position(project) > from);
    const page = pageOf(rest, first, from !== null, position, (project) => new ProjectNode(this.view, project));
    return { ...page, totalCount: all.length } as ProjectConnection;
  }

  @Field(() => PersonConnection, { description: 'The people that issues name, by id.' })
  async people(
    @Arg('first', () => Int, { defaultValue: 50, ...firstArgument }) first: number,
    @Arg('after', () => String, afterArgument) after: string | null,
    @Arg('text', () => String, {
      nullable: true,
      description: 'Only those whose name has, for each of these words, a word that begins with it.',
    })
    text: string | null | undefined,
  ): Promise<PersonConnection> {
    checkFirst(first);
    const { reader } = this.view;
    const from = readCursor(after);
    if (text == null || text.trim() === '') {
      const people = await reader.people.after(from, first + 1);
      return personPage(this.view, people, first, from, await reader.people.count());
    }
    const named = await reader.people.named(text);
    const rest = from === null ? named : named.filter(({ id }) => id > from);
    return personPage(this.view, rest, first, from, named.length);
  }

  @Field(() => [TeamNode], { description: 'Saved teams, and each project that none of them names.' })
  async teams(): Promise<TeamNode[]> {
    return (await this.view.teams()).map((team) => new TeamNode(this.view, team));
  }

  @Field(() => [StatusNode], { description: 'Every status, those that only histories still name included.' })
  async statuses(): Promise<StatusNode[]> {
    const workflow = await this.view.workflow();
    return workflow.statuses.map((status) => new StatusNode(this.view, workflow, status));
  }

  @Field(() => [StageNode], { description: "The viewer's mapping of statuses to stages, in workflow order." })
  async stages(): Promise<StageNode[]> {
    const workflow = await this.view.workflow();
    return workflow.stages.map((stage) => new StageNode(this.view, workflow, stage));
  }

  @Field(() => [LockedMonthType], { description: 'Months whose amounts stay as they are, oldest first.' })
  async lockedMonths(): Promise<LockedMonthType[]> {
    return (await this.view.lockedMonths()).map(lockedMonthOf);
  }

  @Field(() => IssueConnection, { description: 'Issues, newest first unless ordered otherwise.' })
  async issues(
    @Arg('first', () => Int, { defaultValue: 50, ...firstArgument }) first: number,
    @Arg('after', () => String, afterArgument) after: string | null,
    @Arg('filter', () => IssueFilter, { nullable: true, description: 'Only issues that meet all of it.' })
    filter: IssueFilter | null | undefined,
    @Arg('orderBy', () => IssueOrder, { nullable: true, description: 'In which order.' }) orderBy:
      | IssueOrder
      | null
      | undefined,
    @Info() info: GraphQLResolveInfo,
  ): Promise<IssueConnection> {
    checkFirst(first);
    return issuePage(
      this.view,
      { first, after: readCursor(after), filter: filter ?? null, orderBy: orderBy ?? null },
      info,
    );
  }

  @Field(() => IssueNode, { nullable: true, description: 'The issue with this key; null when there is none.' })
  async issue(@Arg('key', () => String, { description: '"CORE-12".' }) key: string): Promise<IssueNode | null> {
    return issueByKey(this.view, key);
  }

  @Field(() => SyncStatus, { description: 'How far the store is in step with Jira.' })
  async syncStatus(): Promise<SyncStatus> {
    return new SyncStatus(this.view, await this.view.reader.syncRuns.latest());
  }

  @Field(() => SyncRunConnection, { description: 'Runs, newest first.' })
  async syncHistory(
    @Arg('first', () => Int, { defaultValue: 20, ...firstArgument }) first: number,
    @Arg('after', () => String, afterArgument) after: string | null,
  ): Promise<SyncRunConnection> {
    checkFirst(first);
    const from = readCursor(after);
    const before = from === null ? null : new Date(Number(from));
    const runs = await this.view.reader.syncRuns.requestedBefore(before, first + 1);
    const now = new Date();
    return pageOf(
      runs,
      first,
      from !== null,
      (run) => String(run.requestedAt.getTime()),
      (run) => new SyncRunNode(this.view.connectionId, run, now),
    ) as SyncRunConnection;
  }

  @Field(() => InvestigationType, { description: 'Where work waits, and why.' })
  async investigation(
    @Arg('scope', () => ScopeInput, scopeArgument) scope: ScopeInput | null | undefined,
    @Arg('window', () => WindowInput, windowArgument) window: WindowInput | null | undefined,
    @Arg('clock', () => ClockEnum, clockArgument) clock: Clock | null | undefined,
  ): Promise<InvestigationType> {
    return new InvestigationType(await ask(this.view, { scope, window, clock }));
  }

  @Field(() => AnalyticsType, { description: 'How work flows.' })
  async analytics(
    @Arg('scope', () => ScopeInput, scopeArgument) scope: ScopeInput | null | undefined,
    @Arg('window', () => WindowInput, windowArgument) window: WindowInput | null | undefined,
    @Arg('clock', () => ClockEnum, clockArgument) clock: Clock | null | undefined,
  ): Promise<AnalyticsType> {
    return new AnalyticsType(await ask(this.view, { scope, window, clock }));
  }

  @Field(() => FinancialType, {
    description: 'What waiting, rework and dropped work cost, by what the settings say time is worth.',
  })
  async financial(
    @Arg('scope', () => ScopeInput, scopeArgument) scope: ScopeInput | null | undefined,
    @Arg('window', () => WindowInput, windowArgument) window: WindowInput | null | undefined,
  ): Promise<FinancialType> {
    return new FinancialType(await askMoney(await ask(this.view, { scope, window, clock: 'WORKING' })));
  }
}

/** Projects are ordered by key, then id. */
const position = ({ key, id }: { key: string; id: string }): string => `${key} ${id}`;
