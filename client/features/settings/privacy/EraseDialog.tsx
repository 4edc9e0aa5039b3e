import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../../../gql/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Modal } from '../../../ui/Modal.tsx';
import { toast } from '../../../ui/toast.ts';
import { failureWords } from '../../api/failure-words.ts';
import { noErrors, sortErrors } from '../../api/user-errors.ts';
import { FormErrors } from '../../session/FormErrors.tsx';

const eraseMutation = graphql(`
  mutation ErasePersonalData($input: ErasePersonalDataInput!) {
    erasePersonalData(input: $input) {
      dataRequest {
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

/** Somebody in the connected Jira. */
export interface JiraPerson {
  readonly id: string;
  readonly displayName: string;
}

/** Says what erasing does, and does it once the name has been typed. */
export function EraseDialog({ person, onClose }: { person: JiraPerson | null; onClose: () => void }) {
  return (
    <Modal
      open={person !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Erase ${person?.displayName ?? ''}?`}
      description="It cannot be undone."
    >
      {person && <EraseForm person={person} onClose={onClose} />}
    </Modal>
  );
}

function EraseForm({ person, onClose }: { person: JiraPerson; onClose: () => void }) {
  const [, erasePersonalData] = useMutation(eraseMutation);
  const [confirm, setConfirm] = useState('');
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState(noErrors);

  async function erase() {
    setBusy(true);
    const result = await erasePersonalData({ input: { personId: person.id, confirm } });
    setBusy(false);
    const payload = result.data?.erasePersonalData;
    if (payload?.dataRequest) {
      toast.success('Erasure asked for', { description: 'How far it is stands among the requests.' });
      return onClose();
    }
    const told = payload?.userErrors ?? [];
    setErrors(
      told.length > 0
        ? sortErrors(told, ['confirm'])
        : { byField: {}, form: [failureWords(result.error ?? { graphQLErrors: [] })] },
    );
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!busy) void erase();
  }

  return (
    <form noValidate onSubmit={onSubmit} className="space-y-4">
      <ul className="list-disc space-y-1 pl-5">
        <li>A made-up name takes the place of theirs everywhere here, in the texts of issues too.</li>
        <li>Their picture goes, and so do exports that were not downloaded yet.</li>
        <li>Every figure stays exactly as it is, and the next sync does not bring them back.</li>
        <li>Nothing changes in Jira: ask for it there too.</li>
      </ul>
      <FormErrors messages={errors.form} />
      <Field
        label="Type the name to confirm"
        autoComplete="off"
        required
        hint={`As it is shown: ${person.displayName}`}
        value={confirm}
        error={errors.byField.confirm}
        onChange={(event) => setConfirm(event.target.value)}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Keep them</Button>
        <Button type="submit" look="danger" busy={busy && 'Asking…'}>
          Erase for good
        </Button>
      </div>
    </form>
  );
}
