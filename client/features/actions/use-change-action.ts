import { useClient, useMutation } from 'urql';
import type { UpdateActionInput } from '../../gql/graphql.ts';
import { graphql } from '../../gql/index.ts';
import { failureWords } from '../api/failure-words.ts';
import type { ShownError } from '../api/user-errors.ts';
import { actionNow } from './action-now.ts';

const changeActionMutation = graphql(`
  mutation ChangeAction($input: UpdateActionInput!) {
    updateAction(input: $input) {
      action {
        id
        title
        note
        state
        nextStates
        due
        owner {
          id
          displayName
        }
        dueOn
        reviewOn
        begunAt
        dismissReason
        version
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/**
 * Changes an action. `changed`: somebody else has changed it since that version, so nothing was overwritten; `now` is what
 * it is by now, null when that cannot be told. `refused` says why, for a form to show.
 */
export function useChangeAction() {
  const client = useClient();
  const [, changeAction] = useMutation(changeActionMutation);

  return async (input: UpdateActionInput & { id: string }) => {
    const { data, error } = await changeAction({ input });
    const payload = data?.updateAction;
    if (payload?.action) return { outcome: 'done', action: payload.action } as const;
    const told: readonly ShownError[] = payload?.userErrors ?? [];
    if (told.some(({ code }) => code === 'VERSION_CONFLICT'))
      return { outcome: 'changed', now: await actionNow(client, input.id) } as const;
    const failure = { code: 'FAILED', message: failureWords(error ?? { graphQLErrors: [] }) };
    return { outcome: 'refused', errors: told.length > 0 ? told : [failure] } as const;
  };
}
