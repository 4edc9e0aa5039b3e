import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { Modal } from '../../../ui/Modal.tsx';

interface ReadEverythingButtonProps {
  issueCount: number;
  busy: boolean;
  disabled: boolean;
  onConfirm: () => Promise<boolean>;
}

/** The most expensive of the three: asked once more, with what it does and what would do instead. */
export function ReadEverythingButton({ issueCount, busy, disabled, onConfirm }: ReadEverythingButtonProps) {
  const formats = useFormats();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" disabled={disabled} onClick={() => setAsking(true)}>
        Read everything again
      </Button>
      <Modal
        open={asking}
        onOpenChange={setAsking}
        title="Read everything again?"
        description={`All ${formats.number(issueCount)} issues are read from Jira again, with their whole histories. That takes about as long as the first sync. Nothing is deleted, and the figures stay in sight meanwhile. To find what is missing or was deleted, comparing every issue is enough.`}
      >
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => setAsking(false)}>Leave it</Button>
          <Button
            look="primary"
            busy={busy && 'Starting…'}
            onClick={() => void onConfirm().then((accepted) => accepted && setAsking(false))}
          >
            Read everything
          </Button>
        </div>
      </Modal>
    </>
  );
}
