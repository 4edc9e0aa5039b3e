import { ObjectType } from 'type-graphql';
import type { Asked } from '../questions/question.ts';

/** Its fields are the resolvers beside this file, one each. */
@ObjectType('Analytics', { description: 'How work flows.' })
export class AnalyticsType {
  readonly asked: Asked;

  constructor(asked: Asked) {
    this.asked = asked;
  }
}
