import { DropPlace } from './DropPlace.tsx';
import { type MappedStatus, StatusChip } from './StatusChip.tsx';
import type { StagesChange, StagesDraft } from './stages-draft.ts';

interface StatusTrayProps {
  statuses: readonly MappedStatus[];
  stages: StagesDraft;
  onChange: (change: StagesChange) => void;
}

/** Statuses that belong to no stage: they count by their Jira category until somebody decides. */
export function StatusTray({ statuses, stages, onChange }: StatusTrayProps) {
  return (
    <DropPlace
      label="Unmapped statuses"
      onDropStatus={(statusId) => onChange({ kind: 'move', statusId, toDraftKey: null })}
      className="border-dashed"
    >
      <h3 className="font-medium">Unmapped statuses</h3>
      <p className="text-xs text-ink-muted">
        {statuses.length === 0
          ? 'Every status has its stage.'
          : 'They count by their category in Jira until you give them a stage.'}
      </p>
      {statuses.length > 0 && (
        <ul aria-label="Unmapped statuses" className="mt-3 grid gap-1.5 sm:grid-cols-2 xl:grid-cols-3">
          {statuses.map((status) => (
            <StatusChip key={status.id} status={status} stages={stages} inStage={null} onChange={onChange} />
          ))}
        </ul>
      )}
    </DropPlace>
  );
}
