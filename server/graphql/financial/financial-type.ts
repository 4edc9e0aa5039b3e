import { ObjectType } from 'type-graphql';
import type { AskedMoney } from './ask-money.ts';

/** Its fields are the resolvers beside this file, one each. */
@ObjectType('Financial', {
  description: 'What waiting, rework and dropped work cost. Kinds of money are never summed.',
})
export class FinancialType {
  readonly asked: AskedMoney;

  constructor(asked: AskedMoney) {
    this.asked = asked;
  }
}
