import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  type DataReceipt,
  type DataRequest,
  type DataRequestKind,
  type DataRequestStatus,
  type DataRequestStep,
  dataRequestKinds,
  dataRequestStatuses,
} from '../../domain/data-request.ts';
import { enumOf } from '../shared/enum-of.ts';
import { Node, typename } from '../shared/node.ts';
import { ownId } from '../shared/node-id.ts';
import { connectionOf } from '../shared/paging.ts';
import { DateTime, Url } from '../shared/scalars.ts';
import { Payload } from '../shared/user-error-type.ts';

const DataRequestKindEnum = enumOf(dataRequestKinds);
registerEnumType(DataRequestKindEnum, {
  name: 'DataRequestKind',
  description: 'What is asked for.',
  valuesConfig: {
    EXPORT: { description: 'All personal data of somebody, as JSON and CSV in one archive.' },
    ERASE: { description: 'That somebody cannot be told from anybody any more.' },
  },
});

const DataRequestStatusEnum = enumOf(dataRequestStatuses);
registerEnumType(DataRequestStatusEnum, {
  name: 'DataRequestStatus',
  description: 'How far a request has come.',
  valuesConfig: {
    QUEUED: { description: 'It waits for its turn.' },
    RUNNING: { description: 'It is being done; `steps` tell how far.' },
    COMPLETED: { description: 'It is done; `receipt` says what.' },
    FAILED: { description: 'It could not be done; `reason` says why.' },
    REFUSED: { description: 'It may not be done; `reason` says why.' },
  },
});

@ObjectType('DataRequestStep', { description: 'How far a request has come in one store.' })
export class DataRequestStepType implements DataRequestStep {
  @Field(() => String, { description: 'Which.' })
  readonly store!: string;
  @Field(() => Int, { description: 'Rows found or changed so far.' })
  readonly rows!: number;
  @Field(() => Boolean, { description: 'Nothing more is to be done there.' })
  readonly done!: boolean;
}

@ObjectType({ description: 'Rows of one store.' })
export class StoreCount {
  @Field(() => String, { description: 'Which.' })
  readonly store!: string;
  @Field(() => Int, { description: 'How many.' })
  readonly rows!: number;
}

@ObjectType('DataReceipt', { description: 'What was done, for the file of who asked.' })
export class DataReceiptType implements DataReceipt {
  @Field(() => String, { description: 'Hexadecimal: of the archive or, for an erasure, of what was counted.' })
  readonly sha256!: string;
  @Field(() => DateTime, { description: 'When it was done.' })
  readonly completedAt!: Date;
  @Field(() => [StoreCount], { description: 'Rows that were given out, or in which something was erased.' })
  readonly counts!: readonly StoreCount[];
}

/** A request with what only its owner's server can say: whose it is in words, and the one-time address. */
export interface ToldDataRequest extends DataRequest {
  readonly subjectText: string;
  readonly downloadUrl: string | null;
}

@ObjectType('DataRequest', { implements: Node, description: 'A request about personal data, and what became of it.' })
export class DataRequestNode implements Node {
  readonly [typename] = 'DataRequest';
  readonly id: string;
  @Field(() => DataRequestKindEnum, { description: 'What is asked for.' })
  readonly kind: DataRequestKind;
  @Field(() => String, { description: 'Whose data: "me", or the account id of a person in Jira.' })
  readonly subject: string;
  @Field(() => DataRequestStatusEnum, { description: 'How far it has come.' })
  readonly status: DataRequestStatus;
  @Field(() => DateTime, { description: 'When it was made.' })
  readonly requestedAt: Date;
  @Field(() => DateTime, { description: 'Until when the law wants it answered: a month later.' })
  readonly dueBy: Date;
  @Field(() => [DataRequestStepType], { description: 'Store by store.' })
  readonly steps: readonly DataRequestStepType[];
  @Field(() => DataReceiptType, { nullable: true, description: 'Null until it is done.' })
  readonly receipt: DataReceiptType | null;
  @Field(() => Url, {
    nullable: true,
    description: 'Where the archive can be fetched, once; null when there is none, or not any more.',
  })
  readonly downloadUrl: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Until when.' })
  readonly downloadExpiresAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it failed or was refused.' })
  readonly reason: string | null;

  constructor(request: ToldDataRequest) {
    this.id = ownId('DataRequest', request.id);
    this.kind = request.kind;
    this.subject = request.subjectText;
    this.status = request.status;
    this.requestedAt = request.requestedAt;
    this.dueBy = request.dueBy;
    this.steps = request.steps;
    this.receipt = request.receipt;
    this.downloadUrl = request.downloadUrl;
    this.downloadExpiresAt = request.downloadExpiresAt;
    this.reason = request.reason;
  }
}

@ObjectType({ description: 'A page of requests, newest first.' })
export class DataRequestConnection extends connectionOf(() => DataRequestNode, 'DataRequest', 'the requests') {}

@ObjectType({ description: 'The request as it was taken up.' })
export class DataRequestPayload extends Payload {
  @Field(() => DataRequestNode, { nullable: true, description: 'Null when it was refused.' })
  dataRequest!: DataRequestNode | null;
}

@InputType({ description: 'Exactly one: a person of the connected Jira, or me, the viewer.' })
export class DataSubjectInput {
  @Field(() => ID, { nullable: true, description: 'A person of the connected Jira.' })
  personId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True for the viewer.' })
  me?: boolean | null;
}

@InputType({ description: 'Whom to make unrecognisable. It cannot be undone.' })
export class ErasePersonalDataInput {
  @Field(() => ID, { description: 'A person of the connected Jira.' })
  personId!: string;
  @Field(() => String, { description: "The person's display name, typed again." })
  confirm!: string;
}

@InputType({ description: 'Deletes the account and all that is its own. It cannot be undone.' })
export class DeleteAccountInput {
  @Field(() => String, { description: "The account's password." })
  password!: string;
  @Field(() => String, { description: "The account's e-mail address, typed again." })
  confirm!: string;
}

@ObjectType({ description: 'Whether the account is gone.' })
export class DeleteAccountPayload extends Payload {
  @Field(() => Boolean, {
    description: 'True when it is: nobody can sign in to it any more. Its rows are deleted within moments.',
  })
  ok!: boolean;
}
