import { type FormEvent, useId, useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../../../gql/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { cn } from '../../../ui/cn.ts';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { inputClasses } from '../../../ui/Input.tsx';
import { Modal } from '../../../ui/Modal.tsx';
import { toast } from '../../../ui/toast.ts';
import { failureWords } from '../../api/failure-words.ts';
import { useQuestion } from '../../question/use-question.ts';
import { FormErrors } from '../../session/FormErrors.tsx';
import { idempotencyKey } from '../idempotency-key.ts';
import { type AdvisedChange, setAside } from './action-draft.ts';
import { createActionMutation } from './create-action.ts';

const dismissMutation = graphql(`
  mutation DismissAction($input: UpdateActionInput!) {
    updateAction(input: $input) {
      action {
        id
        state
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

interface NotNowDialogProps {
  advised: AdvisedChange;
  onClose: () => void;
}

/** Why it is not to be done now. It is kept as a dismissed action, so that it stays away until its evidence changes. */
export function NotNowDialog({ advised, onClose }: NotNowDialogProps) {
  const id = useId();
  const formats = useFormats();
  const { teamIds } = useQuestion().question;
  // The same one on every try: an action that was made before the rest failed is found again.
  const [key] = useState(idempotencyKey);
  const [, createAction] = useMutation(createActionMutation);
  const [, dismiss] = useMutation(dismissMutation);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);

  async function write(): Promise<readonly string[]> {
    const input = setAside(advised, teamIds, formats.localDate(Date.now()), key);
    const created = await createAction({ input });
    const action = created.data?.createAction.action;
    if (!action) return refusals(created.data?.createAction.userErrors, created.error);
    const dismissed = await dismiss({
      input: { id: action.id, version: action.version, state: 'DISMISSED', dismissReason: reason.trim() },
    });
    const payload = dismissed.data?.updateAction;
    return payload?.action ? [] : refusals(payload?.userErrors, dismissed.error);
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
        <div className="space-y-1">
          <label htmlFor={id} className="block font-medium">
            Why not
          </label>
          <textarea
            id={id}
            rows={3}
            required
            maxLength={1_000}
            aria-describedby={`${id}-hint`}
            className={cn(inputClasses, 'h-auto py-2')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <p id={`${id}-hint`} className="text-xs text-ink-muted">
            Kept with it on the board, among what was dismissed.
          </p>
        </div>
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
