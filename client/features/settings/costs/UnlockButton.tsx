import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../../../gql/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { Modal } from '../../../ui/Modal.tsx';
import { toast } from '../../../ui/toast.ts';
import { failureWords } from '../../api/failure-words.ts';
import { FormErrors } from '../../session/FormErrors.tsx';

const unlockMutation = graphql(`
  mutation UnlockMonth($month: LocalDate!) {
    unlockMonth(month: $month) {
      ok
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** Asks once: what was kept of the month is gone then. */
export function UnlockButton({ month, onGone }: { month: string; onGone: () => void }) {
  const name = useFormats().month(month);
  const [, unlockMonth] = useMutation(unlockMutation);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);

  async function unlock() {
    setBusy(true);
    const result = await unlockMonth({ month });
    setBusy(false);
    const payload = result.data?.unlockMonth;
    if (!payload?.ok)
      return setProblems([payload?.userErrors[0]?.message ?? failureWords(result.error ?? { graphQLErrors: [] })]);
    setAsking(false);
    toast.success(`${name} unlocked`);
    onGone();
  }

  return (
    <>
      <Button
        size="small"
        aria-label={`Unlock ${name}`}
        onClick={() => {
          setProblems([]);
          setAsking(true);
        }}
      >
        Unlock
      </Button>
      <Modal
        open={asking}
        onOpenChange={setAsking}
        title={`Unlock ${name}?`}
        description="The present cost model applies to its days again. What was kept of it when it was locked is gone."
      >
        <FormErrors messages={problems} />
        <div className="mt-3 flex flex-wrap justify-end gap-2">
          <Button onClick={() => setAsking(false)}>Keep it locked</Button>
          <Button look="danger" busy={busy && 'Unlocking…'} onClick={() => void unlock()}>
            Unlock month
          </Button>
        </div>
      </Modal>
    </>
  );
}
