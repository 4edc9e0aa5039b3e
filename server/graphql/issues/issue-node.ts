import { Arg, Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Issue } from '../../domain/issue.ts';
import type { Clock as ClockKind } from '../../domain/question.ts';
import { PersonNode } from '../connection/person-node.ts';
import { ProjectNode } from '../connection/project-node.ts';
import { TeamNode } from '../connection/team-node.ts';
import { StageNode, StatusNode } from '../connection/workflow-nodes.ts';
import { ClockEnum, clockArgument } from '../questions/clock-enum.ts';
import { Duration } from '../questions/duration-type.ts';
import { enumOf } from '../shared/enum-of.ts';
import { Node, typename } from '../shared/node.ts';
import { connectionOf } from '../shared/paging.ts';
import { DateTime, Url } from '../shared/scalars.ts';
import type { IssueLens } from './issue-lens.ts';

const segmentKinds = ['ACTIVE', 'QUEUE', 'BLOCKED', 'HANDOFF', 'REWORK', 'DONE', 'INFERRED'] as const;
export type SegmentKind = (typeof segmentKinds)[number];
const SegmentKindEnum = enumOf(segmentKinds);
registerEnumType(SegmentKindEnum, {
  name: 'SegmentKind',
  description:
    'What happened during a segment: the first that applies of INFERRED, DONE, BLOCKED, REWORK, HANDOFF, ACTIVE, QUEUE.',
  valuesConfig: {
    ACTIVE: { description: 'It was being worked on.' },
    QUEUE: { description: 'It waited.' },
    BLOCKED: { description: 'The flag was up.' },
    HANDOFF: { description: 'It waited for its new owner to begin.' },
    REWORK: { description: 'It had been further along before.' },
    DONE: { description: 'It was finished.' },
    INFERRED: { description: 'The history has a hole here.' },
  },
});

@ObjectType({ description: "A stretch of an issue's life in which status, assignee and kind stay the same." })
export class IssueSegment {
  @Field(() => DateTime, { description: 'When it began, to the second.' })
  readonly from!: Date;
  @Field(() => DateTime, { nullable: true, description: 'When it ended; null for the last one.' })
  readonly to!: Date | null;
  @Field(() => StatusNode, { description: 'The status, as it is known today.' })
  readonly status!: StatusNode;
  @Field(() => String, { description: 'What the status was called then.' })
  readonly statusNameThen!: string;
  @Field(() => StageNode, { nullable: true, description: 'The stage of that status; null while it is unmapped.' })
  readonly stage!: StageNode | null;
  @Field(() => PersonNode, { nullable: true, description: 'Whose it was.' })
  readonly assignee!: PersonNode | null;
  @Field(() => SegmentKindEnum, { description: 'What happened.' })
  readonly kind!: SegmentKind;
  @Field(() => Duration, { description: 'How long; the last one up to `asOf`.' })
  readonly duration!: Duration;
}

@ObjectType('Issue', { implements: Node, description: 'An issue of the connected Jira.' })
export class IssueNode implements Node {
  readonly [typename] = 'Issue';
  readonly #lens: IssueLens;
  readonly #issue: Issue;
  /** Its row in the flow table; undefined for one that was stored after the table was read. */
  readonly #row: number | undefined;

  constructor(lens: IssueLens, issue: Issue) {
    this.#lens = lens;
    this.#issue = issue;
    this.#row = lens.flow.table.rowOfId(issue.id);
  }

  get id(): string {
    return this.#lens.view.id('Issue', this.#issue.id);
  }

  @Field(() => String, { description: '"CORE-12". Changes when the issue moves to another project.' })
  get key(): string {
    return this.#issue.key;
  }

  @Field(() => Url, { description: 'Where to open it in Jira.' })
  get url(): string {
    return this.#lens.urlOf(this.#issue.key);
  }

  @Field(() => String, { description: 'Its title.' })
  get summary(): string {
    return this.#issue.summary;
  }

  @Field(() => String, { description: '"Story", "Bug".' })
  get type(): string {
    return this.#issue.type;
  }

  @Field(() => String, { nullable: true, description: '"High".' })
  get priority(): string | null {
    return this.#issue.priority;
  }

  @Field(() => ProjectNode, { description: 'Where it belongs today.' })
  get project(): ProjectNode {
    return this.#lens.project(this.#issue);
  }

  @Field(() => StatusNode, { description: 'Its status today.' })
  get status(): StatusNode {
    return this.#lens.status(this.#issue.statusId, this.#issue.statusName);
  }

  @Field(() => StageNode, { nullable: true, description: 'The stage of its status; null while that is unmapped.' })
  get stage(): StageNode | null {
    return this.#lens.stageOfStatus(this.#issue.statusId);
  }

  @Field(() => PersonNode, { nullable: true, description: 'Whose it is.' })
  get assignee(): PersonNode | null | Promise<PersonNode | null> {
    return this.#lens.person(this.#issue.assigneeId);
  }

  @Field(() => PersonNode, { nullable: true, description: 'Who asked for it.' })
  get reporter(): PersonNode | null | Promise<PersonNode | null> {
    return this.#lens.person(this.#issue.reporterId);
  }

  @Field(() => TeamNode, { nullable: true, description: 'The team of its project.' })
  get team(): TeamNode | null {
    return this.#lens.teamOfProject(this.#issue.projectId);
  }

  @Field(() => IssueNode, { nullable: true, description: 'Its epic, or the issue it is a subtask of.' })
  async parent(): Promise<IssueNode | null> {
    if (this.#issue.parentId === null) return null;
    const parent = await this.#lens.view.reader.issues.byId(this.#issue.parentId);
    return parent && new IssueNode(this.#lens, parent);
  }

  @Field(() => [String], { description: 'Its labels.' })
  get labels(): readonly string[] {
    return this.#issue.labels;
  }

  @Field(() => Float, { nullable: true, description: 'Its estimate, where the team makes one.' })
  get storyPoints(): number | null {
    return this.#issue.storyPoints;
  }

  @Field(() => DateTime, { description: 'When it was created.' })
  get createdAt(): Date {
    return this.#issue.createdAt;
  }

  @Field(() => DateTime, { description: 'When it last changed.' })
  get updatedAt(): Date {
    return this.#issue.updatedAt;
  }

  @Field(() => DateTime, {
    nullable: true,
    description: 'First entry into a queue or active stage; it never moves afterwards.',
  })
  get startedAt(): Date | null {
    return this.#lens.startedAt(this.#row);
  }

  @Field(() => DateTime, {
    nullable: true,
    description: 'First entry into a done stage, kept when the issue is reopened.',
  })
  get firstDoneAt(): Date | null {
    return this.#lens.firstDoneAt(this.#row);
  }

  @Field(() => DateTime, {
    nullable: true,
    description: 'Entry into the done stage it is in; null while it is not done.',
  })
  get doneAt(): Date | null {
    return this.#lens.doneAt(this.#row);
  }

  @Field(() => Boolean, { description: 'The flag is up: it is blocked.' })
  get flagged(): boolean {
    return this.#issue.flagged;
  }

  @Field(() => Duration, { nullable: true, description: 'From startedAt to doneAt; null while it is not done.' })
  cycleTime(@Arg('clock', () => ClockEnum, clockArgument) clock: ClockKind | null): Duration | null {
    return this.#lens.cycleTime(this.#row, clock ?? 'WORKING');
  }

  @Field(() => Duration, { nullable: true, description: 'From createdAt to doneAt; null while it is not done.' })
  leadTime(@Arg('clock', () => ClockEnum, clockArgument) clock: ClockKind | null): Duration | null {
    return this.#lens.leadTime(this.#row, clock ?? 'WORKING');
  }

  @Field(() => Duration, { nullable: true, description: 'From startedAt to now; null unless it is under way.' })
  age(@Arg('clock', () => ClockEnum, clockArgument) clock: ClockKind | null): Duration | null {
    return this.#lens.age(this.#row, clock ?? 'WORKING');
  }

  @Field(() => [IssueSegment], {
    description:
      'Its whole life since it was created, without gap or overlap, in whole seconds; visits of no length are kept.',
  })
  async timeline(@Arg('clock', () => ClockEnum, clockArgument) clock: ClockKind | null): Promise<IssueSegment[]> {
    return this.#lens.timeline(this.#row, clock ?? 'WORKING');
  }
}

@ObjectType({ description: 'A page of issues.' })
export class IssueConnection extends connectionOf(() => IssueNode, 'Issue', 'the issues') {
  @Field(() => Int, { description: 'How many there are in all.' })
  totalCount!: number;
}
