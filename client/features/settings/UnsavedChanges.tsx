import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';

interface UnsavedChangesProps {
  when: boolean;
  /** What would be lost: "the stages". */
  what: string;
}

/** Asks before changes that are not saved are left behind: by a link, by another tab of the page, or by closing it. */
export function UnsavedChanges({ when, what }: UnsavedChangesProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      when && (currentLocation.pathname !== nextLocation.pathname || currentLocation.search !== nextLocation.search),
  );

  useEffect(() => {
    if (!when) return;
    const onBeforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', onBeforeUnload);
    return () => removeEventListener('beforeunload', onBeforeUnload);
  }, [when]);

  return (
    <Modal
      open={blocker.state === 'blocked'}
      onOpenChange={(open) => !open && blocker.reset?.()}
      title="Leave without saving?"
      description={`Your changes to ${what} have not been saved.`}
    >
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="danger" onClick={() => blocker.proceed?.()}>
          Leave without saving
        </Button>
        <Button look="primary" onClick={() => blocker.reset?.()}>
          Stay here
        </Button>
      </div>
    </Modal>
  );
}
