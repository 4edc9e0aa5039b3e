import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../../gql/index.ts';
import { failureWords } from '../api/failure-words.ts';

const beginMutation = graphql(`
  mutation BeginJiraConnection($input: BeginJiraConnectionInput) {
    beginJiraConnection(input: $input) {
      authorizationUrl
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** Leaves for the consent page of Jira; comes back to /connect/jira/callback. */
export function useConnectJira() {
  const [, begin] = useMutation(beginMutation);
  const [leaving, setLeaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function connect() {
    setLeaving(true);
    setProblem(null);
    const result = await begin({ input: { returnTo: '/' } });
    const payload = result.data?.beginJiraConnection;
    if (payload?.authorizationUrl) return location.assign(payload.authorizationUrl);
    setLeaving(false);
    setProblem(payload?.userErrors[0]?.message ?? failureWords(result.error ?? { graphQLErrors: [] }));
  }

  return { leaving, problem, connect };
}
