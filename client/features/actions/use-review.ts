import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../../gql/index.ts';
import { toast } from '../../ui/toast.ts';
import { failureWords } from '../api/failure-words.ts';
import { verdictWords } from './state-words.ts';

const reviewActionMutation = graphql(`
  mutation ReviewAction($id: ID!) {
    reviewAction(id: $id) {
      action {
        id
        title
        state
        nextStates
        due
        version
        outcome {
          verdict
          sentence
        }
        ...ActionOutcome_action
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** Looks whether an action has helped, and tells it. Resolves to the action as it is then; null when it was refused. */
export function useReview() {
  const [, reviewAction] = useMutation(reviewActionMutation);
  const [reviewing, setReviewing] = useState<string | null>(null);

  async function review(id: string) {
    setReviewing(id);
    const { data, error } = await reviewAction({ id });
    setReviewing(null);
    const action = data?.reviewAction.action;
    if (action?.outcome) {
      const { verdict, sentence } = action.outcome;
      toast.success(`Reviewed: ${verdictWords[verdict].label.toLowerCase()}`, { description: sentence });
      return action;
    }
    const refusal = data?.reviewAction.userErrors[0]?.message;
    toast.error(refusal ?? failureWords(error ?? { graphQLErrors: [] }));
    return null;
  }
  return { review, reviewing };
}
