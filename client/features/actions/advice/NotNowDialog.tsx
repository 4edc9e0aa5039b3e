import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { Button } from '../../../ui/Button.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { Modal } from '../../../ui/Modal.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { toast } from '../../../ui/toast.ts';
import { failureWords } from '../../api/failure-words.ts';
import { useQuestion } from '../../question/use-question.ts';
import { FormErrors } from '../../session/FormErrors.tsx';
import { idempotencyKey } from '../idempotency-key.ts';
import { useChangeAction } from '../use-change-action.ts';
import { type AdvisedChange, setAside } from './action-draft.ts';
import { createActionMutation } from './create-action.ts';

interface NotNowDialogProps {
  advised: AdvisedChange;
  onClose: () => void;
}

/** Why it is not to be done now. It is kept as a dismissed action, so that it stays away until its evidence changes. */
export function NotNowDialog({ advised, onClose }: NotNowDialogProps) {
  const formats = useFormats();
  const { teamIds } = useQuestion().question;
  // The same one on every try: an action that was made before the rest failed is found again.
  const [key] = useState(idempotencyKey);
  const [, createAction] = useMutation(createActionMutation);
  const changeAction = useChangeAction();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);

  async function write(): Promise<readonly string[]> {
    const input = setAside(advised, teamIds, formats.localDate(Date.now()), key);
    const created = await createAction({ input });
    const action = created.data?.createAction.action;
    if (!action) return refusals(created.data?.createAction.userErrors, created.error);
    const dismissReason = reason.trim();
    const changed = await changeAction({ id: action.id, version: action.version, state: 'DISMISSED', dismissReason });
    if (changed.outcome === 'done') return [];
    return changed.outcome === 'refused'
      ? changed.errors.map(({ message }) => message)
      : ['It is on the board, and was changed there meanwhile. Try again.'];
  }

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (reason.trim() === '') return setProblems(['Say why, so that it is known when it comes back.']);
    setBusy(true);
    const refused = await write();
    setBusy(false);
    setProblems(refused);
    if (refused.length > 0) return;
    toast.success('Not now', { description: 'It is told again when its evidence has changed by a tenth.' });
    onClose();
  }

  return (
    <Modal open onOpenChange={onClose} title="Not now?" description={advised.title}>
      <form noValidate onSubmit={(event) => void onSubmit(event)} className="space-y-4">
        <FormErrors messages={problems} />
        <TextArea
          label="Why not"
          hint="Kept with it on the board, among what was dismissed."
          rows={3}
          required
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy && 'Setting it aside…'}>
            Set it aside
          </Button>
        </div>
      </form>
    </Modal>
  );
}

const refusals = (
  told: readonly { readonly message: string }[] | undefined,
  error: Parameters<typeof failureWords>[0] | undefined,
): readonly string[] =>
  told && told.length > 0 ? told.map(({ message }) => message) : [failureWords(error ?? { graphQLErrors: [] })];
