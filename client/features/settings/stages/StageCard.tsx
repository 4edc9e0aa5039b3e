import { ArrowLeft, ArrowRight, Trash2 } from 'lucide-react';
import type { StageKind } from '../../../gql/graphql.ts';
import { Button } from '../../../ui/Button.tsx';
import { Input } from '../../../ui/Input.tsx';
import { NativeSelect } from '../../../ui/NativeSelect.tsx';
import { DropPlace } from './DropPlace.tsx';
import { type MappedStatus, StatusChip } from './StatusChip.tsx';
import type { DraftStage, StagesChange, StagesDraft } from './stages-draft.ts';

const kinds: readonly (readonly [StageKind, string])[] = [
  ['BACKLOG', 'Backlog: not started'],
  ['QUEUE', 'Queue: waiting'],
  ['ACTIVE', 'Active: worked on'],
  ['DONE', 'Done: finished'],
];

interface StageCardProps {
  stage: DraftStage;
  stages: StagesDraft;
  statuses: readonly MappedStatus[];
  first: boolean;
  last: boolean;
  onChange: (change: StagesChange) => void;
}

/** One stage of the draft, with its statuses. */
export function StageCard({ stage, stages, statuses, first, last, onChange }: StageCardProps) {
  const name = stage.name || 'new stage';
  const { draftKey } = stage;
  return (
    <DropPlace
      label={`Stage ${name}`}
      onDropStatus={(statusId) => onChange({ kind: 'move', statusId, toDraftKey: draftKey })}
      className="w-full"
    >
      <div className="flex items-center gap-1">
        <Input
          aria-label="Name of the stage"
          placeholder="Name of the stage"
          value={stage.name}
          onChange={(event) => onChange({ kind: 'edit', draftKey, to: { name: event.target.value } })}
          className="h-8 font-medium"
        />
        <Button
          look="ghost"
          size="icon"
          aria-label={`Move ${name} earlier`}
          disabled={first}
          onClick={() => onChange({ kind: 'shift', draftKey, by: -1 })}
        >
          <ArrowLeft size={14} aria-hidden />
        </Button>
        <Button
          look="ghost"
          size="icon"
          aria-label={`Move ${name} later`}
          disabled={last}
          onClick={() => onChange({ kind: 'shift', draftKey, by: 1 })}
        >
          <ArrowRight size={14} aria-hidden />
        </Button>
        <Button
          look="ghost"
          size="icon"
          aria-label={`Remove ${name}`}
          onClick={() => onChange({ kind: 'remove', draftKey })}
        >
          <Trash2 size={14} aria-hidden />
        </Button>
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <NativeSelect
          aria-label={`Kind of ${name}`}
          className="h-8 flex-1 basis-44"
          value={stage.kind}
          onChange={(event) => {
            const kind = kinds.find(([one]) => one === event.target.value)?.[0];
            if (kind) onChange({ kind: 'edit', draftKey, to: { kind } });
          }}
        >
          {kinds.map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </NativeSelect>
        <span className="flex items-center gap-1.5 text-xs text-ink-muted">
          <span aria-hidden>WIP limit</span>
          <Input
            type="number"
            min={1}
            step={1}
            aria-label={`WIP limit of ${name}`}
            placeholder="none"
            className="h-8 w-20"
            value={stage.wipLimit ?? ''}
            onChange={(event) => {
              const limit = Number(event.target.value);
              onChange({ kind: 'edit', draftKey, to: { wipLimit: limit >= 1 ? Math.trunc(limit) : null } });
            }}
          />
        </span>
      </div>
      <ul aria-label={`Statuses of ${name}`} className="mt-3 space-y-1.5">
        {statuses.map((status) => (
          <StatusChip key={status.id} status={status} stages={stages} inStage={draftKey} onChange={onChange} />
        ))}
      </ul>
      {statuses.length === 0 && <p className="mt-3 text-xs text-ink-muted">No statuses yet. Drag one here.</p>}
    </DropPlace>
  );
}
