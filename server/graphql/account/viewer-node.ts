import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Reader } from '../../store/repository/reader.ts';
import { JiraConnectionNode } from '../connection/jira-connection-node.ts';
import { JiraView } from '../connection/jira-view.ts';
import type { Context } from '../context.ts';
import { Node, typename } from '../shared/node.ts';
import { ownId } from '../shared/node-id.ts';
import { DateTime, EmailAddress } from '../shared/scalars.ts';
import { SessionNode } from './session-node.ts';
import { SettingsType } from './settings-types.ts';

@ObjectType('Viewer', { implements: Node, description: 'The signed-in person, and everything that is theirs.' })
export class ViewerNode implements Node {
  readonly [typename] = 'Viewer';
  readonly #repository: Reader;

  constructor(repository: Reader) {
    this.#repository = repository;
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
}
