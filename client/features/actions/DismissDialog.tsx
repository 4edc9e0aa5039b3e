import { type FormEvent, useState } from 'react';
import type { ActionState } from '../../gql/graphql.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { noErrors, sortErrors } from '../api/user-errors.ts';
import { FormErrors } from '../session/FormErrors.tsx';
import { stateWords } from './state-words.ts';
import { useChangeAction } from './use-change-action.ts';

/** What is known of the action that is to be dismissed. */
interface Dismissible {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly state: ActionState;
  readonly nextStates: readonly ActionState[];
}

interface DismissDialogProps {
  action: Dismissible;
  onDismissed: (action: Dismissible) => void;
  onClose: () => void;
}

/** Asks why an action is not to be done. */
export function DismissDialog({ action, onDismissed, onClose }: DismissDialogProps) {
  const changeAction = useChangeAction();
  const [known, setKnown] = useState(action);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState(noErrors);
  const isChanged = known.version !== action.version;
  const isPossible = known.nextStates.includes('DISMISSED');

  async function dismiss(event: FormEvent) {
    event.preventDefault();
    if (busy || !isPossible) return;
    const dismissReason = reason.trim();
    if (dismissReason === '')
      return setErrors({ byField: { dismissReason: 'Say why it is not to be done.' }, form: [] });
    setBusy(true);
    const result = await changeAction({ id: known.id, version: known.version, state: 'DISMISSED', dismissReason });
    setBusy(false);
    if (result.outcome === 'done') return onDismissed(result.action);
    setErrors(result.outcome === 'refused' ? sortErrors(result.errors, ['dismissReason']) : noErrors);
    if (result.outcome === 'changed' && result.now) setKnown(result.now);
  }

  return (
    <Modal open onOpenChange={onClose} title={`Dismiss “${known.title}”?`} description="There is no way back from it.">
      <form noValidate onSubmit={(event) => void dismiss(event)} className="space-y-3">
        {isChanged && (
          <Banner>
            It has been changed meanwhile, and is in {stateWords[known.state].name} now.{' '}
            {isPossible ? 'It has not been dismissed; your reason is still here.' : 'It can no longer be dismissed.'}
          </Banner>
        )}
        <FormErrors messages={errors.form} />
        <TextArea
          label="Why it is not to be done"
          required
          rows={3}
          maxLength={1_000}
          value={reason}
          error={errors.byField.dismissReason}
          onChange={(event) => {
            setReason(event.target.value);
            setErrors(noErrors);
          }}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Keep it</Button>
          <Button type="submit" look="danger" disabled={!isPossible} busy={busy && 'Dismissing…'}>
            {isChanged ? 'Dismiss it all the same' : 'Dismiss'}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
