import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Modal } from '../../../ui/Modal.tsx';
import { TeamEditor } from './TeamEditor.tsx';
import type { ListedTeam } from './team-projects.ts';

interface TeamDialogProps {
  /** What is edited: a team, a new one, or nothing. */
  editing: ListedTeam | 'new' | null;
  teams: readonly ListedTeam[];
  onClose: () => void;
}

/** The editor in a dialog, which is not closed over changes without a question. */
export function TeamDialog({ editing, teams, onClose }: TeamDialogProps) {
  const [changed, setChanged] = useState(false);
  const [asking, setAsking] = useState(false);
  const team = editing === 'new' ? null : editing;

  function close() {
    setChanged(false);
    setAsking(false);
    onClose();
  }

  return (
    <Modal
      wide
      open={editing !== null}
      onOpenChange={(open) => !open && (changed && !asking ? setAsking(true) : close())}
      title={team === null ? 'New team' : team.saved ? `Team ${team.name}` : `Make a team of ${team.name}`}
    >
      {asking && (
        <div
          role="alert"
          className="mb-4 flex flex-wrap items-center justify-between gap-2 rounded-md border border-warn bg-warn-soft px-3 py-2 text-warn"
        >
          Your changes to this team have not been saved.
          <span className="flex flex-wrap gap-2">
            <Button size="small" look="danger" onClick={close}>
              Discard them
            </Button>
            <Button size="small" onClick={() => setAsking(false)}>
              Go on editing
            </Button>
          </span>
        </div>
      )}
      {editing !== null && <TeamEditor team={team} teams={teams} onChanged={setChanged} onClose={close} />}
    </Modal>
  );
}
