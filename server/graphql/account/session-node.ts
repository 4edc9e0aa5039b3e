import { Field, ObjectType } from 'type-graphql';
import type { SignIn } from '../../domain/account.ts';
import { Node, typename } from '../shared/node.ts';
import { ownId } from '../shared/node-id.ts';
import { DateTime } from '../shared/scalars.ts';

@ObjectType('Session', { implements: Node, description: 'A browser in which the viewer is signed in.' })
export class SessionNode implements Node {
  readonly [typename] = 'Session';
  readonly id: string;
  @Field(() => DateTime, { description: 'When the viewer signed in there.' })
  readonly createdAt: Date;
  @Field(() => DateTime, { description: 'When it was last used, to the minute.' })
  readonly lastSeenAt: Date;
  @Field(() => String, { nullable: true, description: 'What the browser calls itself.' })
  readonly userAgent: string | null;
  @Field(() => Boolean, { description: 'True for the one that asks.' })
  readonly current: boolean;

  constructor(signIn: SignIn) {
    this.id = ownId('Session', signIn.id);
    this.createdAt = signIn.createdAt;
    this.lastSeenAt = signIn.lastSeenAt;
    this.userAgent = signIn.userAgent;
    this.current = signIn.current;
  }
}
