import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { ActionState } from '../../../gql/graphql.ts';
import { type FragmentType, readFragment } from '../../../gql/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { stateWords } from '../state-words.ts';
import { useReview } from '../use-review.ts';
import { ActionCard } from './ActionCard.tsx';
import { actionDragType, BoardColumn } from './BoardColumn.tsx';
import { BoardSummary } from './BoardSummary.tsx';
import { boardColumns, type Standing } from './board-columns.ts';
import { boardFragment, listFragment } from './board-fragments.ts';
import { CardMenu } from './CardMenu.tsx';
import { EmptyBoard } from './EmptyBoard.tsx';
import { FoldedColumn } from './FoldedColumn.tsx';
import { MoreActions } from './MoreActions.tsx';
import { useCardFocus } from './use-card-focus.ts';
import { useMoves } from './use-moves.ts';

const DismissDialog = lazy(() => import('../DismissDialog.tsx').then((module) => ({ default: module.DismissDialog })));
const NewActionDialog = lazy(() =>
  import('./NewActionDialog.tsx').then((module) => ({ default: module.NewActionDialog })),
);

interface BoardProps {
  viewer: FragmentType<typeof boardFragment>;
  /** Whether what was dismissed is unfolded. */
  unfolded: boolean;
  onUnfold: (unfolded: boolean) => void;
}

/** Actions by where they stand. A card goes on by being dragged, or by its menu. */
export function Board({ viewer: masked, unfolded, onUnfold }: BoardProps) {
  const viewer = readFragment(boardFragment, masked);
  const { currency } = viewer.settings.costModel;
  const [said, say] = useState('');
  const [dragged, setDragged] = useState<(Standing & { title: string }) | null>(null);
  const [dismissing, setDismissing] = useState<(Standing & { title: string }) | null>(null);
  const [isAdding, setAdding] = useState(false);
  const { moves, move, note } = useMoves(say);
  const { review, reviewing } = useReview();
  const { board, onKeyDown, follow } = useCardFocus();
  const connection = viewer.jiraConnection;
  if (!connection) return null;

  const lists = [
    ['PROPOSED', readFragment(listFragment, connection.proposed)],
    ['ACCEPTED', readFragment(listFragment, connection.accepted)],
    ['IN_PROGRESS', readFragment(listFragment, connection.inProgress)],
    ['DONE', readFragment(listFragment, connection.done)],
    ['REVIEWED', readFragment(listFragment, connection.reviewed)],
    ['DISMISSED', readFragment(listFragment, connection.dismissed)],
  ] as const;
  const columns = boardColumns(
    lists.map(([state, list]) => [state, list ?? { totalCount: connection.dismissedCount.totalCount, nodes: [] }]),
    moves,
  );
  type Card = (typeof columns)[number]['actions'][number];

  function go(action: Card, to: ActionState) {
    if (to === 'DISMISSED') return setDismissing(action);
    follow(action.id);
    void move(action, to);
  }

  async function lookAgain(action: Card) {
    follow(action.id);
    const reviewed = await review(action.id);
    if (reviewed) note(action.id, reviewed);
  }

  const cards = (actions: readonly Card[]) =>
    actions.map((action) => (
      <ActionCard
        key={action.id}
        action={action}
        currency={currency}
        movable={action.nextStates.length > 0}
        onDragStart={(event) => {
          event.dataTransfer.setData(actionDragType, action.id);
          event.dataTransfer.effectAllowed = 'move';
          setDragged(action);
        }}
        onDragEnd={() => setDragged(null)}
        menu={
          action.state !== 'DISMISSED' && (
            <CardMenu
              title={action.title}
              action={action}
              busy={reviewing === action.id}
              onMove={(to) => go(action, to)}
              onReview={() => void lookAgain(action)}
            />
          )
        }
      />
    ));

  const place = (column: (typeof columns)[number]) => {
    const page = lists.find(([state]) => state === column.state)?.[1]?.pageInfo;
    return {
      state: column.state,
      total: column.total,
      accepts: dragged?.nextStates.includes(column.state) ?? null,
      onDropAction: () => {
        if (dragged) go(dragged as Card, column.state);
        setDragged(null);
      },
      more: page?.hasNextPage && page.endCursor ? <MoreActions state={column.state} after={page.endCursor} /> : null,
      children: cards(column.actions),
    };
  };

  const add = (
    <Button look="primary" size="small" onClick={() => setAdding(true)}>
      <Plus size={14} aria-hidden /> New action
    </Button>
  );
  const isEmpty = columns.every(({ total }) => total === 0);

  return (
    <div className="space-y-4">
      {isEmpty ? <EmptyBoard>{add}</EmptyBoard> : <BoardSummary columns={columns}>{add}</BoardSummary>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the links inside, from card to card */}
      <div ref={board} hidden={isEmpty} onKeyDown={onKeyDown} className="space-y-4">
        <div className="grid gap-3 md:grid-flow-col md:auto-cols-[minmax(13rem,1fr)] md:overflow-x-auto">
          {columns.map(
            (column) => column.state !== 'DISMISSED' && <BoardColumn key={column.state} {...place(column)} />,
          )}
        </div>
        {columns.map(
          (column) =>
            column.state === 'DISMISSED' && (
              <FoldedColumn key={column.state} {...place(column)} unfolded={unfolded} onUnfold={onUnfold} />
            ),
        )}
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
      <Suspense fallback={null}>
        {dismissing && (
          <DismissDialog
            action={dismissing}
            onClose={() => setDismissing(null)}
            onDismissed={(action) => {
              follow(action.id);
              note(action.id, action);
              setDismissing(null);
              say(`“${action.title}” is dismissed.`);
            }}
          />
        )}
        {isAdding && (
          <NewActionDialog
            onClose={() => setAdding(false)}
            onMade={(title) => {
              setAdding(false);
              say(`“${title}” is in ${stateWords.PROPOSED.name} now.`);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
