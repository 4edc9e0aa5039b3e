import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { graphql } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { toast } from '../../ui/toast.ts';
import { failureWords } from '../api/failure-words.ts';
import { useSessionKeeper } from '../session/SessionProvider.tsx';

const disconnectMutation = graphql(`
  mutation DisconnectJira {
    disconnectJira {
      viewer {
        id
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** Asks once, then gives the connection up. The person stays signed in; everything cached of it is thrown away. */
export function DisconnectButton({ label = 'Disconnect Jira' }: { label?: string }) {
  const keeper = useSessionKeeper();
  const navigate = useNavigate();
  const [, disconnectJira] = useMutation(disconnectMutation);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function disconnect() {
    setBusy(true);
    setProblem(null);
    const result = await disconnectJira({});
    const payload = result.data?.disconnectJira;
    setBusy(false);
    if (!payload || payload.userErrors.length > 0) {
      return setProblem(payload?.userErrors[0]?.message ?? failureWords(result.error ?? { graphQLErrors: [] }));
    }
    setAsking(false);
    toast('Jira disconnected', { description: 'You can connect a different Jira account anytime' });
    await navigate('/', { replace: true });
    keeper.startAfresh();
  }

  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        {label}
      </Button>
      <Modal
        open={asking}
        onOpenChange={setAsking}
        title="Disconnect Jira?"
        description="Everything that was synced from this Jira is deleted here: issues, history, stages and reports. Nothing changes in Jira itself, and you stay signed in."
      >
        {problem && (
          <p role="alert" className="mb-3 text-danger">
            {problem}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={() => setAsking(false)}>Keep it</Button>
          <Button look="danger" busy={busy && 'Disconnecting…'} onClick={() => void disconnect()}>
            Disconnect
          </Button>
        </div>
      </Modal>
    </>
  );
}
