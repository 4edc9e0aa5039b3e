import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type MutationContext, writerOf } from '../context.ts';
import {
  DataRequestPayload,
  DataSubjectInput,
  DeleteAccountInput,
  DeleteAccountPayload,
  ErasePersonalDataInput,
} from './data-request-types.ts';

@Resolver()
export class PrivacyMutations {
  @Mutation(() => DataRequestPayload, {
    description: 'Puts all personal data of somebody into an archive, as JSON and CSV, that can be fetched once.',
  })
  exportPersonalData(
    @Arg('input', () => DataSubjectInput, { description: 'Whose.' }) _input: DataSubjectInput,
  ): Promise<DataRequestPayload> {
    throw new Error('to come');
  }

  @Mutation(() => DataRequestPayload, {
    description:
      'Makes a person of the connected Jira unrecognisable in everything that is kept. Figures stay exactly as they are.',
  })
  erasePersonalData(
    @Arg('input', () => ErasePersonalDataInput, { description: 'Whom.' }) _input: ErasePersonalDataInput,
  ): Promise<DataRequestPayload> {
    throw new Error('to come');
  }

  @Mutation(() => DeleteAccountPayload, { description: "Deletes the viewer's account with everything that is theirs." })
  async deleteAccount(
    @Arg('input', () => DeleteAccountInput, { description: 'Proof that it is meant.' }) input: DeleteAccountInput,
    @Ctx() context: MutationContext,
  ): Promise<DeleteAccountPayload> {
    const outcome = await writerOf(context).closeAccount(input.password, input.confirm);
    if (!outcome.ok) return { ok: false, userErrors: outcome.errors };
    context.answer.setRefreshToken(null);
    return { ok: true, userErrors: [] };
  }
}
