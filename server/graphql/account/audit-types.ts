import { Field, ObjectType } from 'type-graphql';
import type { AuditEvent } from '../../domain/audit-event.ts';
import { Node, typename } from '../shared/node.ts';
import { ownId } from '../shared/node-id.ts';
import { connectionOf } from '../shared/paging.ts';
import { DateTime } from '../shared/scalars.ts';

@ObjectType('AuditEvent', { implements: Node, description: "An entry of the viewer's log. Entries are never changed." })
export class AuditEventNode implements Node {
  readonly [typename] = 'AuditEvent';
  readonly id: string;
  @Field(() => DateTime, { description: 'When it happened.' })
  readonly at: Date;
  @Field(() => String, { description: 'What happened: "SIGNED_IN", "TOKEN_CREATED".' })
  readonly action: string;
  @Field(() => String, {
    nullable: true,
    description: 'Which one it was, without secrets, and without names of people in Jira.',
  })
  readonly detail: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The network address it came from; null for what happens by itself.',
  })
  readonly ip: string | null;

  constructor(event: AuditEvent) {
    this.id = ownId('AuditEvent', event.id);
    this.at = event.at;
    this.action = event.action;
    this.detail = event.detail;
    this.ip = event.ip;
  }
}

@ObjectType({ description: 'A page of the log, newest first.' })
export class AuditEventConnection extends connectionOf(() => AuditEventNode, 'AuditEvent', 'the entries') {}
