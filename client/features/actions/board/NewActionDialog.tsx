import { useState } from 'react';
import { Modal } from '../../../ui/Modal.tsx';
import { UnsavedNotice } from '../../../ui/UnsavedNotice.tsx';
import { NewActionForm } from './NewActionForm.tsx';

interface NewActionDialogProps {
  /** With the title of the action that was made. */
  onMade: (title: string) => void;
  onClose: () => void;
}

/** An action of one's own. The dialog is not closed over what has been typed without a question. */
export function NewActionDialog({ onMade, onClose }: NewActionDialogProps) {
  const [changed, setChanged] = useState(false);
  const [asking, setAsking] = useState(false);
  return (
    <Modal
      open
      onOpenChange={() => (changed && !asking ? setAsking(true) : onClose())}
      title="New action"
      description="Something to be tried so that a metric moves. Where the metric stands now is kept with it."
    >
      {asking && (
        <UnsavedNotice discard="Discard it" onDiscard={onClose} onStay={() => setAsking(false)}>
          This action has not been made yet.
        </UnsavedNotice>
      )}
      <NewActionForm onChanged={() => setChanged(true)} onMade={onMade} onClose={onClose} />
    </Modal>
  );
}
