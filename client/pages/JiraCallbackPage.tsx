import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { failureWords } from '../features/api/failure-words.ts';
import { ConnectJiraButton } from '../features/connection/ConnectJiraButton.tsx';
import { readCallback } from '../features/connection/callback-answer.ts';
import { useSessionKeeper } from '../features/session/SessionProvider.tsx';
import { graphql } from '../gql/index.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { toast } from '../ui/toast.ts';

const completeMutation = graphql(`
  mutation CompleteJiraConnection($input: CompleteJiraConnectionInput!) {
    completeJiraConnection(input: $input) {
      jiraConnection {
        id
        status
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

const denied = 'You did not allow access, so nothing was connected. You can try again whenever you like.';
const nothing = 'There is no answer from Jira in this address. It may have been used already: start again.';

/** Hands Jira's code and state to the server, exactly once, and leaves neither in the address or the history. */
export function JiraCallbackPage() {
  const keeper = useSessionKeeper();
  const navigate = useNavigate();
  const [answer] = useState(() => readCallback(location.search));
  const [, complete] = useMutation(completeMutation);
  const [problem, setProblem] = useState<string | null>(null);
  const asked = useRef(false);

  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    history.replaceState(history.state, '', location.pathname);
    if (answer.kind === 'denied') return setProblem(denied);
    if (answer.kind === 'nothing') return setProblem(nothing);
    if (answer.kind === 'failed') return setProblem(`Jira refused the connection (${answer.reason}). Try again.`);
    void finish(answer.code, answer.state);

    async function finish(code: string, state: string) {
      const result = await complete({ input: { code, state } });
      const payload = result.data?.completeJiraConnection;
      if (!payload?.jiraConnection || payload.userErrors.length > 0) {
        return setProblem(payload?.userErrors[0]?.message ?? failureWords(result.error ?? { graphQLErrors: [] }));
      }
      if (payload.jiraConnection.status === 'CONNECTED') {
        toast.success('Jira connected', { description: 'The first sync has started.' });
      }
      await navigate('/', { replace: true });
      keeper.startAfresh();
    }
  }, [answer, complete, keeper, navigate]);

  return (
    <div className="mx-auto mt-[12vh] max-w-md text-center">
      <div className="flex justify-center">
        <PageTitle title={problem ? 'Jira is not connected' : 'Connecting Jira'} />
      </div>
      {problem ? (
        <div role="alert" className="space-y-4">
          <p className="text-ink-soft">{problem}</p>
          <ConnectJiraButton />
          <Link to="/" className="inline-block text-accent-text underline">
            Back to the start
          </Link>
        </div>
      ) : (
        <p role="status" className="text-ink-soft">
          Finishing the connection with Jira…
        </p>
      )}
    </div>
  );
}
