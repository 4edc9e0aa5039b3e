import { ObjectType } from 'type-graphql';
import type { Asked } from '../questions/question.ts';

/** Its fields are the resolvers beside this file, one each. */
@ObjectType('Investigation', { description: 'Where work waits, and why.' })
export class InvestigationType {
  readonly asked: Asked;

  constructor(asked: Asked) {
    this.asked = asked;
  }
}
