import { Field, Int, ObjectType } from 'type-graphql';
import type { Project } from '../../domain/project.ts';
import { Node, typename } from '../shared/node.ts';
import { connectionOf } from '../shared/paging.ts';
import type { JiraView } from './jira-view.ts';

@ObjectType('Project', { implements: Node, description: 'A Jira project.' })
export class ProjectNode implements Node {
  readonly [typename] = 'Project';
  readonly id: string;
  @Field(() => String, { description: "What its issues' keys begin with." })
  readonly key: string;
  @Field(() => String, { description: 'What it is called.' })
  readonly name: string;
  @Field(() => Boolean, { description: 'True when it is put away.' })
  readonly archived: boolean;

  constructor(view: JiraView, project: Project) {
    this.id = view.id('Project', project.id);
    this.key = project.key;
    this.name = project.name;
    this.archived = project.archived;
  }
}

@ObjectType({ description: 'A page of projects, by key.' })
export class ProjectConnection extends connectionOf(() => ProjectNode, 'Project', 'the projects') {
  @Field(() => Int, { description: 'How many there are in all.' })
  totalCount!: number;
}
