import { Field, Int, ObjectType } from 'type-graphql';
import type { Team } from '../../domain/team.ts';
import { Node, typename } from '../shared/node.ts';
import type { JiraView } from './jira-view.ts';
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
  readonly #projectIds: ReadonlySet<string>;

  constructor(view: JiraView, team: Team) {
    this.id = view.id('Team', team.id);
    this.name = team.name;
    this.memberCount = team.memberIds.length;
    this.#view = view;
    this.#projectIds = new Set(team.projectIds);
  }

  @Field(() => [ProjectNode], { description: 'What it works on.' })
  async projects(): Promise<ProjectNode[]> {
    const all = await this.#view.reader.allProjects();
    return all
      .filter((project) => this.#projectIds.has(project.id))
      .map((project) => new ProjectNode(this.#view, project));
  }
}
