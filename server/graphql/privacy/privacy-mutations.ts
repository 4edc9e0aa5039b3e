import { Arg, Mutation, Resolver } from 'type-graphql';
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
  deleteAccount(
    @Arg('input', () => DeleteAccountInput, { description: 'Proof that it is meant.' }) _input: DeleteAccountInput,
  ): Promise<DeleteAccountPayload> {
    throw new Error('to come');
  }
}
