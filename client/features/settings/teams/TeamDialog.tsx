import { useState } from 'react';
import { Modal } from '../../../ui/Modal.tsx';
import { UnsavedNotice } from '../../../ui/UnsavedNotice.tsx';
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
        <UnsavedNotice discard="Discard them" onDiscard={close} onStay={() => setAsking(false)}>
          Your changes to this team have not been saved.
        </UnsavedNotice>
      )}
      {editing !== null && <TeamEditor team={team} teams={teams} onChanged={setChanged} onClose={close} />}
    </Modal>
  );
}
