import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Stage, type StageKind, stageKinds } from '../../domain/stage.ts';
import { type Status, type StatusCategory, statusCategories } from '../../domain/status.ts';
import { enumOf } from '../shared/enum-of.ts';
import { Node, typename } from '../shared/node.ts';
import type { JiraView } from './jira-view.ts';
import type { Workflow } from './workflow.ts';

const StatusCategoryEnum = enumOf(statusCategories);
registerEnumType(StatusCategoryEnum, {
  name: 'StatusCategory',
  description: 'What Jira makes of a status.',
  valuesConfig: {
    TO_DO: { description: 'Not begun.' },
    IN_PROGRESS: { description: 'Begun.' },
    DONE: { description: 'Finished.' },
    UNKNOWN: { description: 'Jira does not say, or has deleted the status.' },
  },
});

export const StageKindEnum = enumOf(stageKinds);
registerEnumType(StageKindEnum, {
  name: 'StageKind',
  description: 'What happens to work in a stage.',
  valuesConfig: {
    BACKLOG: { description: 'Before commitment.' },
    QUEUE: { description: 'Waiting.' },
    ACTIVE: { description: 'Being worked on.' },
    DONE: { description: 'Finished.' },
  },
});

@ObjectType('Status', { implements: Node, description: "A status of Jira's workflow." })
export class StatusNode implements Node {
  readonly [typename] = 'Status';
  readonly id: string;
  @Field(() => String, { description: 'Its name today; for a deleted one, its last.' })
  readonly name: string;
  @Field(() => StatusCategoryEnum, { description: 'What Jira makes of it.' })
  readonly category: StatusCategory;
  @Field(() => Boolean, { description: 'True when only histories still name it.' })
  readonly deleted: boolean;
  readonly #view: JiraView;
  readonly #workflow: Workflow;
  readonly #nativeId: string;

  constructor(view: JiraView, workflow: Workflow, status: Status) {
    this.id = view.id('Status', status.id);
    this.name = status.name;
    this.category = status.category;
    this.deleted = status.deleted;
    this.#nativeId = status.id;
    this.#view = view;
    this.#workflow = workflow;
  }

  @Field(() => StageNode, { nullable: true, description: 'Where the viewer has put it; null while it is unmapped.' })
  get stage(): StageNode | null {
    const stage = this.#workflow.stageOfStatus.get(this.#nativeId);
    return stage ? new StageNode(this.#view, this.#workflow, stage) : null;
  }
}

@ObjectType('Stage', { implements: Node, description: "A step of the viewer's own workflow: one or more statuses." })
export class StageNode implements Node {
  readonly [typename] = 'Stage';
  readonly id: string;
  @Field(() => String, { description: 'What the viewer calls it.' })
  readonly name: string;
  @Field(() => StageKindEnum, { description: 'What happens to work in it.' })
  readonly kind: StageKind;
  @Field(() => Int, { description: 'Its place in the workflow, from 0.' })
  readonly position: number;
  @Field(() => Int, { nullable: true, description: 'Items allowed in it at once; null without a limit.' })
  readonly wipLimit: number | null;
  readonly #view: JiraView;
  readonly #workflow: Workflow;
  readonly #statusIds: readonly string[];

  constructor(view: JiraView, workflow: Workflow, stage: Stage) {
    this.id = view.id('Stage', stage.id);
    this.name = stage.name;
    this.kind = stage.kind;
    this.position = workflow.stages.findIndex((candidate) => candidate.id === stage.id);
    this.wipLimit = stage.wipLimit;
    this.#statusIds = stage.statusIds;
    this.#view = view;
    this.#workflow = workflow;
  }

  @Field(() => [StatusNode], { description: 'The statuses in it.' })
  get statuses(): StatusNode[] {
    return this.#statusIds.flatMap((id) => {
      const status = this.#workflow.statusById.get(id);
      return status ? [new StatusNode(this.#view, this.#workflow, status)] : [];
    });
  }
}
