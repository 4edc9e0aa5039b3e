import { Arg, Ctx, Field, Int, ObjectType } from 'type-graphql';
import type { TokenScope } from '../../domain/access-token.ts';
import type { Reader } from '../../store/repository/reader.ts';
import { JiraConnectionNode } from '../connection/jira-connection-node.ts';
import { JiraView } from '../connection/jira-view.ts';
import type { Context } from '../context.ts';
import { DataRequestConnection } from '../privacy/data-request-types.ts';
import { toldRequest } from '../privacy/told-request.ts';
import { Node, typename } from '../shared/node.ts';
import { ownId } from '../shared/node-id.ts';
import { afterArgument, checkFirst, firstArgument, pageOf, readCursor } from '../shared/paging.ts';
import { DateTime, EmailAddress } from '../shared/scalars.ts';
import { AuditEventConnection, AuditEventNode } from './audit-types.ts';
import { SessionNode } from './session-node.ts';
import { SettingsType } from './settings-types.ts';
import { AccessTokenNode } from './tokens/access-token-types.ts';

@ObjectType('Viewer', { implements: Node, description: 'The signed-in person, and everything that is theirs.' })
export class ViewerNode implements Node {
  readonly [typename] = 'Viewer';
  readonly #repository: Reader;

  constructor(repository: Reader) {
    this.#repository = repository;
  }

  /** What a program may do with the viewer's things; null for the viewer at a browser. */
  get scopes(): readonly TokenScope[] | null {
    return this.#repository.scopes;
  }

  get id(): string {
    return ownId('Viewer', this.#repository.id);
  }

  @Field(() => EmailAddress, { description: 'What the viewer signs in with.' })
  async email(): Promise<string> {
    return (await this.#repository.account()).email;
  }

  @Field(() => String, { description: 'What the viewer is called.' })
  async name(): Promise<string> {
    return (await this.#repository.account()).name;
  }

  @Field(() => DateTime, { description: 'When the viewer signed up.' })
  async createdAt(): Promise<Date> {
    return (await this.#repository.account()).createdAt;
  }

  @Field(() => SettingsType, { description: 'How the viewer wants time counted and written.' })
  async settings(): Promise<SettingsType> {
    return new SettingsType((await this.#repository.account()).settings, this.#repository);
  }

  @Field(() => JiraConnectionNode, {
    nullable: true,
    description: 'Null until this viewer has connected a Jira site of their own.',
  })
  async jiraConnection(@Ctx() context: Context): Promise<JiraConnectionNode | null> {
    const jira = await this.#repository.jiraConnection();
    return jira && new JiraConnectionNode(new JiraView(jira, this.#repository, context.flowTables));
  }

  @Field(() => [SessionNode], { description: 'Where the viewer is signed in, newest first.' })
  async sessions(): Promise<SessionNode[]> {
    return (await this.#repository.signIns()).map((signIn) => new SessionNode(signIn));
  }

  @Field(() => [AccessTokenNode], { description: 'Personal access tokens that are still good, newest first.' })
  async accessTokens(): Promise<AccessTokenNode[]> {
    return (await this.#repository.accessTokens()).map((token) => new AccessTokenNode(token));
  }

  @Field(() => AuditEventConnection, { description: 'What was done to the account and its connection, newest first.' })
  async auditLog(
    @Arg('first', () => Int, { defaultValue: 20, ...firstArgument }) first: number,
    @Arg('after', () => String, afterArgument) after: string | null | undefined,
  ): Promise<AuditEventConnection> {
    checkFirst(first);
    const before = readCursor(after);
    const events = await this.#repository.auditLog.before(before === null ? null : Number(before), first + 1);
    return pageOf(
      events,
      first,
      before !== null,
      ({ number }) => String(number),
      (event) => new AuditEventNode(event),
    ) as AuditEventConnection;
  }

  @Field(() => DataRequestConnection, { description: 'Requests about personal data, newest first.' })
  async dataRequests(
    @Arg('first', () => Int, { defaultValue: 20, ...firstArgument }) first: number,
    @Arg('after', () => String, afterArgument) after: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<DataRequestConnection> {
    checkFirst(first);
    const before = readCursor(after);
    const requests = await this.#repository.dataRequests.before(before, first + 1);
    return pageOf(
      requests,
      first,
      before !== null,
      ({ id }) => id,
      (request) => toldRequest(request, context),
    ) as DataRequestConnection;
  }
}
