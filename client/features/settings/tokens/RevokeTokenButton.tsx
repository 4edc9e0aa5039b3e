import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../../../gql/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Modal } from '../../../ui/Modal.tsx';
import { toast } from '../../../ui/toast.ts';
import { failureWords } from '../../api/failure-words.ts';
import { FormErrors } from '../../session/FormErrors.tsx';

const revokeTokenMutation = graphql(`
  mutation RevokeAccessToken($id: ID!) {
    revokeAccessToken(id: $id) {
      ok
      userErrors {
        code
        message
        field
      }
    }
  }
`);

interface RevokeTokenButtonProps {
  token: { readonly id: string; readonly name: string };
  onGone: () => void;
}

/** Asks once, then ends the token with its next request. */
export function RevokeTokenButton({ token, onGone }: RevokeTokenButtonProps) {
  const [, revokeToken] = useMutation(revokeTokenMutation);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);

  async function revoke() {
    setBusy(true);
    const result = await revokeToken({ id: token.id });
    setBusy(false);
    const payload = result.data?.revokeAccessToken;
    if (!payload?.ok)
      return setProblems([payload?.userErrors[0]?.message ?? failureWords(result.error ?? { graphQLErrors: [] })]);
    setAsking(false);
    toast.success(`${token.name} revoked`);
    onGone();
  }

  return (
    <>
      <Button
        look="danger"
        size="small"
        aria-label={`Revoke ${token.name}`}
        onClick={() => {
          setProblems([]);
          setAsking(true);
        }}
      >
        Revoke
      </Button>
      <Modal
        open={asking}
        onOpenChange={setAsking}
        title={`Revoke the token ${token.name}?`}
        description="Every program that uses it is refused from its next request on. It cannot be brought back."
      >
        <FormErrors messages={problems} />
        <div className="mt-3 flex flex-wrap justify-end gap-2">
          <Button onClick={() => setAsking(false)}>Keep it</Button>
          <Button look="danger" busy={busy && 'Revoking…'} onClick={() => void revoke()}>
            Revoke token
          </Button>
        </div>
      </Modal>
    </>
  );
}
