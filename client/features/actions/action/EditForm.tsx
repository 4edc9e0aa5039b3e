import { type FormEvent, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { toast } from '../../../ui/toast.ts';
import { noErrors, sortErrors } from '../../api/user-errors.ts';
import { FormErrors } from '../../session/FormErrors.tsx';
import { UnsavedChanges } from '../../settings/UnsavedChanges.tsx';
import { OwnerField } from '../advice/OwnerField.tsx';
import { useChangeAction } from '../use-change-action.ts';
import { beginEdit, changedFields, type Editable, editInput, overNewVersion, takeSaved } from './action-edit.ts';
import { MeanwhileNotice } from './MeanwhileNotice.tsx';

interface EditFormProps {
  id: string;
  /** As it is saved now, which may become another while the form is open. */
  version: number;
  saved: Editable;
  onClose: () => void;
}

const notSaved = 'Not saved: it has been changed meanwhile. See what is new, then save again.';
const unread = 'Not saved: it has been changed meanwhile, and what it is now could not be read.';

/** What of an action can be changed. What somebody else saves meanwhile is told, and never overwritten unseen. */
export function EditForm({ id, version, saved, onClose }: EditFormProps) {
  const changeAction = useChangeAction();
  const [edit, setEdit] = useState(() => beginEdit(version, saved));
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState(noErrors);
  // While a change is on its way, a new version may be its own.
  if (version > edit.version && !busy) setEdit(overNewVersion(edit, version, saved));
  const { draft } = edit;
  const isChanged = changedFields(edit).length > 0;

  function change(part: Partial<Editable>) {
    setEdit({ ...edit, draft: { ...draft, ...part } });
    setErrors(noErrors);
  }

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (!isChanged) return onClose();
    if (draft.title.trim() === '') return setErrors({ byField: { title: 'Say what is to be done.' }, form: [] });
    if (draft.reviewOn === '') return setErrors({ byField: { reviewOn: 'Choose a day.' }, form: [] });
    setBusy(true);
    const result = await changeAction(editInput(id, edit));
    setBusy(false);
    if (result.outcome === 'done') {
      toast.success('Saved');
      return onClose();
    }
    // What it is by now has come to the page, and from there to this form.
    setErrors(
      result.outcome === 'refused'
        ? sortErrors(result.errors, ['title', 'note', 'ownerId', 'dueOn', 'reviewOn'])
        : { byField: {}, form: [result.now ? notSaved : unread] },
    );
  }

  return (
    <form noValidate aria-label="Edit the action" onSubmit={(event) => void onSubmit(event)} className="space-y-4">
      <MeanwhileNotice edit={edit} onTake={(field) => setEdit(takeSaved(edit, field))} />
      <FormErrors messages={errors.form} />
      <Field
        label="What is to be done"
        required
        maxLength={200}
        value={draft.title}
        error={errors.byField.title}
        onChange={(event) => change({ title: event.target.value })}
      />
      <TextArea
        label="Note"
        rows={5}
        maxLength={5_000}
        value={draft.note}
        error={errors.byField.note}
        onChange={(event) => change({ note: event.target.value })}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <OwnerField
          value={draft.owner?.id ?? ''}
          name={draft.owner?.displayName}
          error={errors.byField.ownerId}
          onChange={(ownerId, displayName) => change({ owner: ownerId === '' ? null : { id: ownerId, displayName } })}
        />
        <Field
          label="To be done by"
          type="date"
          value={draft.dueOn}
          error={errors.byField.dueOn}
          onChange={(event) => change({ dueOn: event.target.value })}
        />
        <Field
          label="Review on"
          type="date"
          required
          value={draft.reviewOn}
          error={errors.byField.reviewOn}
          onChange={(event) => change({ reviewOn: event.target.value })}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={busy && 'Saving…'}>
          Save
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
      <UnsavedChanges when={isChanged} what="this action" />
    </form>
  );
}
