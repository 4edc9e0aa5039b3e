import { Field, Float, ObjectType } from 'type-graphql';
import { LocalDate } from '../shared/scalars.ts';

@ObjectType({ description: 'A value of one local day.' })
export class DayValue {
  @Field(() => LocalDate, { description: "The day, in the viewer's zone." })
  readonly date!: string;
  @Field(() => Float, { description: 'The value.' })
  readonly value!: number;
}
