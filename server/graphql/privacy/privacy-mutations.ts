import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Outcome, refused } from '../../domain/user-error.ts';
import { type MutationContext, writerOf } from '../context.ts';
import { nativeIdOf } from '../shared/node-id.ts';
import {
  DataRequestPayload,
  DataSubjectInput,
  DeleteAccountInput,
  DeleteAccountPayload,
  ErasePersonalDataInput,
} from './data-request-types.ts';
import { toldRequest } from './told-request.ts';

@Resolver()
export class PrivacyMutations {
  @Mutation(() => DataRequestPayload, {
    description: 'Puts all personal data of somebody into an archive, as JSON and CSV, that can be fetched once.',
  })
  async exportPersonalData(
    @Arg('input', () => DataSubjectInput, { description: 'Whose.' }) { me, personId }: DataSubjectInput,
    @Ctx() context: MutationContext,
  ): Promise<DataRequestPayload> {
    const { privacy } = writerOf(context);
    if ((me === true) === (typeof personId === 'string'))
      return payload(context, refused('INVALID', 'Name either a person or `me: true`.', ['input']));
    const outcome = me
      ? await privacy.exportOwn()
      : await privacy.exportPerson(await personOf(context, personId as string));
    return payload(context, outcome);
  }

  @Mutation(() => DataRequestPayload, {
    description:
      'Makes a person of the connected Jira unrecognisable in everything that is kept. Figures stay exactly as they are.',
  })
  async erasePersonalData(
    @Arg('input', () => ErasePersonalDataInput, { description: 'Whom.' }) input: ErasePersonalDataInput,
    @Ctx() context: MutationContext,
  ): Promise<DataRequestPayload> {
    const personId = await personOf(context, input.personId);
    return payload(context, await writerOf(context).privacy.erasePerson(personId, input.confirm));
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

/** The account id that a node's id stands for; null when it is nobody of the viewer's connection. */
async function personOf(context: MutationContext, id: string): Promise<string | null> {
  const jira = await writerOf(context).jiraConnection();
  return jira && nativeIdOf(id, 'Person', jira.connection.id);
}

async function payload(context: MutationContext, outcome: Outcome<string>): Promise<DataRequestPayload> {
  if (!outcome.ok) return { dataRequest: null, userErrors: outcome.errors };
  const request = await writerOf(context).dataRequests.byId(outcome.value);
  return { dataRequest: request && toldRequest(request, context), userErrors: [] };
}
