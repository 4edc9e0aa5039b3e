import { Field, ObjectType } from 'type-graphql';
import type { CostModelVersion } from '../../domain/cost-model.ts';
import { connectionOf } from '../shared/paging.ts';
import { DateTime } from '../shared/scalars.ts';
import { CostModelType, costModelOf } from './cost-model-types.ts';

@ObjectType('CostModelVersion', { description: 'The cost model as it was saved once.' })
export class CostModelVersionType {
  @Field(() => CostModelType, { description: 'What time was worth then.' })
  readonly costModel!: CostModelType;
  @Field(() => DateTime, { description: 'When the viewer saved it; of the first one, when they signed up.' })
  readonly savedAt!: Date;
}

@ObjectType({ description: 'A page of versions of the cost model, newest first.' })
export class CostModelVersionConnection extends connectionOf(
  () => CostModelVersionType,
  'CostModelVersion',
  'the versions',
) {}

export const costModelVersionOf = ({ model, savedAt }: CostModelVersion): CostModelVersionType => ({
  costModel: costModelOf(model),
  savedAt,
});
