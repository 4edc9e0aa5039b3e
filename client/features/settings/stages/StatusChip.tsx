import { GripVertical } from 'lucide-react';
import { Badge } from '../../../ui/Badge.tsx';
import { NativeSelect } from '../../../ui/NativeSelect.tsx';
import { statusDragType } from './DropPlace.tsx';
import type { StagesChange, StagesDraft } from './stages-draft.ts';

export interface MappedStatus {
  readonly id: string;
  readonly name: string;
  readonly deleted: boolean;
}

interface StatusChipProps {
  status: MappedStatus;
  stages: StagesDraft;
  /** Draft key of the stage it is in; null when it is unmapped. */
  inStage: string | null;
  onChange: (change: StagesChange) => void;
}

const nowhere = '';

/** A status that can be dragged, or sent to a stage by its select. */
export function StatusChip({ status, stages, inStage, onChange }: StatusChipProps) {
  return (
    <li
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(statusDragType, status.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      className="flex cursor-grab items-center gap-1.5 rounded-md border border-line bg-surface py-1 pr-1 pl-1.5"
    >
      <GripVertical size={14} aria-hidden className="shrink-0 text-ink-muted" />
      <span className="min-w-0 flex-1">
        {status.name} {status.deleted && <Badge tone="warn">deleted in Jira</Badge>}
      </span>
      <NativeSelect
        aria-label={`Move ${status.name} to`}
        className="h-7 max-w-32 border-line text-xs"
        value={inStage ?? nowhere}
        onChange={(event) =>
          onChange({
            kind: 'move',
            statusId: status.id,
            toDraftKey: event.target.value === nowhere ? null : event.target.value,
          })
        }
      >
        <option value={nowhere}>Unmapped</option>
        {stages.map((stage) => (
          <option key={stage.draftKey} value={stage.draftKey}>
            {stage.name || 'New stage'}
          </option>
        ))}
      </NativeSelect>
    </li>
  );
}
