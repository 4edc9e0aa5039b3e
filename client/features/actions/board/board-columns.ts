import type { ActionState } from '../../../gql/graphql.ts';

/** The columns of the board, first to last. What is dismissed lies folded away below them. */
export const columnStates = ['PROPOSED', 'ACCEPTED', 'IN_PROGRESS', 'DONE', 'REVIEWED'] as const;

/** What the board has to know of an action. */
export interface Standing {
  readonly id: string;
  readonly version: number;
  readonly state: ActionState;
  readonly nextStates: readonly ActionState[];
  readonly due: boolean;
}

/** What came of a move, or is to come of it, before the lists of the columns are read again. */
export type Move = Pick<Standing, 'version' | 'state' | 'nextStates'>;

export interface ColumnList<A extends Standing> {
  readonly totalCount: number;
  readonly nodes: readonly A[];
}

export interface Column<A extends Standing> {
  readonly state: ActionState;
  /** How many there are in all, of which `actions` may be some. */
  readonly total: number;
  /** Those whose review is due first, else as the lists have them. */
  readonly actions: readonly A[];
}

type Lists<A extends Standing> = readonly (readonly [ActionState, ColumnList<A>])[];

/**
 * Puts every action into the column where it stands, whatever list it was read with: a move shows at once, and a column
 * counts what has come and gone since its list was read.
 */
export function boardColumns<A extends Standing>(
  lists: Lists<A>,
  moves: ReadonlyMap<string, Move>,
): readonly Column<A>[] {
  const totals = new Map(lists.map(([state, { totalCount }]) => [state, totalCount]));
  const placed = new Map<string, A>();
  for (const [listed, { nodes }] of lists) {
    for (const node of nodes) {
      if (placed.has(node.id)) continue;
      const now = standingNow(node, moves.get(node.id));
      placed.set(node.id, now);
      if (now.state === listed) continue;
      totals.set(listed, (totals.get(listed) ?? 0) - 1);
      totals.set(now.state, (totals.get(now.state) ?? 0) + 1);
    }
  }
  return lists.map(([state]) => {
    const actions = [...placed.values()].filter((action) => action.state === state);
    return {
      state,
      total: totals.get(state) ?? 0,
      actions: [...actions.filter(({ due }) => due), ...actions.filter(({ due }) => !due)],
    };
  });
}

/** A move counts until the list has caught up with it. */
function standingNow<A extends Standing>(action: A, move: Move | undefined): A {
  return move && move.version > action.version ? { ...action, ...move } : action;
}

/** Where an arrow key leads from the card at `row` of the column at `column`; null when it leads nowhere. */
export function nextCard(
  key: string,
  column: number,
  row: number,
  rows: readonly number[],
): { readonly column: number; readonly row: number } | null {
  if (key === 'ArrowDown') return row + 1 < (rows[column] ?? 0) ? { column, row: row + 1 } : null;
  if (key === 'ArrowUp') return row > 0 ? { column, row: row - 1 } : null;
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (step === undefined) return null;
  for (let next = column + step; next >= 0 && next < rows.length; next += step) {
    const count = rows[next] ?? 0;
    if (count > 0) return { column: next, row: Math.min(row, count - 1) };
  }
  return null;
}
