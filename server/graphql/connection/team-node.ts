import { Arg, Field, Int, ObjectType } from 'type-graphql';
import type { Team } from '../../domain/team.ts';
import { Node, typename } from '../shared/node.ts';
import { afterArgument, checkFirst, firstArgument, readCursor } from '../shared/paging.ts';
import type { JiraView } from './jira-view.ts';
import { PersonConnection, personPage } from './person-node.ts';
import { ProjectNode } from './project-node.ts';

@ObjectType('Team', {
  implements: Node,
  description: 'Who works on which projects. A project that no saved team names is a team of its own.',
})
export class TeamNode implements Node {
  readonly [typename] = 'Team';
  readonly id: string;
  @Field(() => String, { description: 'What it is called.' })
  readonly name: string;
  @Field(() => Int, { description: 'People named as its members.' })
  readonly memberCount: number;
  readonly #view: JiraView;
  readonly #team: Team;
  readonly #projectIds: ReadonlySet<string>;

  constructor(view: JiraView, team: Team) {
    this.id = view.id('Team', team.id);
    this.name = team.name;
    this.memberCount = team.memberIds.length;
    this.#view = view;
    this.#team = team;
    this.#projectIds = new Set(team.projectIds);
  }

  @Field(() => [ProjectNode], { description: 'What it works on.' })
  async projects(): Promise<ProjectNode[]> {
    const all = await this.#view.projects();
    return all
      .filter((project) => this.#projectIds.has(project.id))
      .map((project) => new ProjectNode(this.#view, project));
  }

  @Field(() => Boolean, {
    description: 'False for a project that is a team of its own because no saved team names it.',
  })
  get saved(): boolean {
    return this.#view.reader.connection.teams.some((team) => team.id === this.#team.id);
  }

  @Field(() => PersonConnection, { description: 'The people named as its members, by id.' })
  async members(
    @Arg('first', () => Int, { defaultValue: 50, ...firstArgument }) first: number,
    @Arg('after', () => String, afterArgument) after: string | null,
  ): Promise<PersonConnection> {
    checkFirst(first);
    const from = readCursor(after);
    const people = await this.#view.reader.people.among(this.#team.memberIds, from, first + 1);
    return personPage(this.#view, people, first, from, this.memberCount);
  }
}
