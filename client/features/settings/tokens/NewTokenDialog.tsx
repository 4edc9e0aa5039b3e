import { useState } from 'react';
import { Modal } from '../../../ui/Modal.tsx';
import { UnsavedNotice } from '../../../ui/UnsavedNotice.tsx';
import { type NewToken, NewTokenForm } from './NewTokenForm.tsx';
import { SecretOnce } from './SecretOnce.tsx';

interface NewTokenDialogProps {
  open: boolean;
  onClose: () => void;
}

/** Makes a token and shows its secret, which is forgotten when the dialog closes: so that does not happen uncopied. */
export function NewTokenDialog({ open, onClose }: NewTokenDialogProps) {
  const [made, setMade] = useState<NewToken | null>(null);
  const [copied, setCopied] = useState(false);
  const [asking, setAsking] = useState(false);

  function close() {
    setMade(null);
    setCopied(false);
    setAsking(false);
    onClose();
  }

  function leave() {
    if (made && !copied && !asking) setAsking(true);
    else close();
  }

  return (
    <Modal
      open={open}
      onOpenChange={(next) => !next && leave()}
      title={made ? `The token ${made.name} is ready` : 'New token'}
    >
      {asking && !copied && (
        <UnsavedNotice discard="Close anyway" stay="Stay" onDiscard={close} onStay={() => setAsking(false)}>
          You have not copied the secret, and it will not be shown again.
        </UnsavedNotice>
      )}
      {made ? (
        <SecretOnce secret={made.secret} onCopied={() => setCopied(true)} onDone={leave} />
      ) : (
        <NewTokenForm onMade={setMade} onCancel={close} />
      )}
    </Modal>
  );
}
