import { useState } from 'react';
import type { ActionState } from '../../../gql/graphql.ts';
import { toast } from '../../../ui/toast.ts';
import { stateWords } from '../state-words.ts';
import { useChangeAction } from '../use-change-action.ts';
import type { Move, Standing } from './board-columns.ts';

interface Titled extends Standing {
  readonly title: string;
}

/**
 * Moves that the columns have not caught up with. One shows at once and is taken back when it is refused; when the action
 * has been changed meanwhile, nothing is overwritten, and what it is now is told. `say` is read out.
 */
export function useMoves(say: (words: string) => void) {
  const changeAction = useChangeAction();
  const [moves, setMoves] = useState<ReadonlyMap<string, Move>>(new Map());

  function note(id: string, move: Move | null) {
    setMoves((now) => {
      const next = new Map(now);
      if (move) next.set(id, move);
      else next.delete(id);
      return next;
    });
  }

  async function move({ id, title, version }: Titled, to: ActionState): Promise<void> {
    note(id, { version: version + 1, state: to, nextStates: [] });
    const result = await changeAction({ id, version, state: to });
    if (result.outcome === 'done') {
      note(id, result.action);
      return say(`“${title}” is in ${stateWords[to].name} now.`);
    }
    note(id, result.outcome === 'changed' ? result.now : null);
    if (result.outcome === 'refused') return toast.error(result.errors[0]?.message);
    const place = result.now ? `It is in ${stateWords[result.now.state].name} now, and` : 'It';
    toast.error(`“${title}” has been changed meanwhile`, {
      description: `${place} has not been moved to ${stateWords[to].name}.`,
    });
  }

  return { moves, move, note };
}
