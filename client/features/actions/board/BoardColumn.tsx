import { type ReactNode, useId, useState } from 'react';
import type { ActionState } from '../../../gql/graphql.ts';
import { cn } from '../../../ui/cn.ts';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { stateWords } from '../state-words.ts';

/** The type under which a dragged action travels, so that foreign drags are not taken. */
export const actionDragType = 'application/x-action-id';

interface BoardColumnProps {
  state: ActionState;
  total: number;
  /** Of the card that is being dragged: whether it can be dropped here. Null while none is. */
  accepts: boolean | null;
  onDropAction: () => void;
  /** Below the cards. */
  more: ReactNode;
  /** Beside the name. */
  control?: ReactNode;
  listClassName?: string;
  children: ReactNode;
}

/** The actions that stand at one place, and where a card can be dropped to bring it there. */
export function BoardColumn(props: BoardColumnProps) {
  const { state, total, accepts, onDropAction } = props;
  const id = useId();
  const [over, setOver] = useState(false);
  const formats = useFormats();
  const { name, meaning } = stateWords[state];
  return (
    <section
      aria-labelledby={id}
      onDragOver={(event) => {
        if (!accepts) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!accepts || !event.dataTransfer.types.includes(actionDragType)) return;
        event.preventDefault();
        onDropAction();
      }}
      className={cn(
        'flex min-w-0 flex-col rounded-lg border border-line bg-canvas p-2 transition-opacity',
        accepts === true && 'border-dashed border-accent',
        accepts === true && over && 'bg-accent-soft',
        accepts === false && 'opacity-60',
      )}
    >
      <header className="flex flex-wrap items-start justify-between gap-x-2 px-1 pb-2">
        <div className="min-w-0">
          <h2 id={id} className="font-semibold">
            {name} <span className="figures ml-1 text-xs font-normal text-ink-muted">{formats.number(total)}</span>
          </h2>
          <p className="text-xs text-ink-muted">{meaning}</p>
        </div>
        {props.control}
      </header>
      <ul aria-labelledby={id} data-column={state} className={cn('min-h-8 flex-1 space-y-2', props.listClassName)}>
        {props.children}
      </ul>
      {props.more}
    </section>
  );
}
