import { type KeyboardEvent, useEffect, useRef } from 'react';
import { nextCard } from './board-columns.ts';

/** Arrow keys go from card to card, and a card that was moved keeps the focus in the column it has come to. */
export function useCardFocus() {
  const board = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);

  const columns = (): readonly (readonly HTMLElement[])[] =>
    [...(board.current?.querySelectorAll<HTMLElement>('[data-column]') ?? [])].map((column) => [
      ...column.querySelectorAll<HTMLElement>('[data-action] a'),
    ]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const all = columns();
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    const column = all.findIndex((cards) => cards.includes(target));
    if (column < 0) return;
    const row = all[column]?.indexOf(target) ?? 0;
    const next = nextCard(
      event.key,
      column,
      row,
      all.map((cards) => cards.length),
    );
    if (!next) return;
    event.preventDefault();
    all[next.column]?.[next.row]?.focus();
  }

  // The card is drawn anew in its next column: it is looked for after every drawing until it is there.
  useEffect(() => {
    if (wanted.current === null) return;
    const card = board.current?.querySelector<HTMLElement>(`[data-action="${CSS.escape(wanted.current)}"] a`);
    if (card) wanted.current = null;
    card?.focus();
  });

  return {
    board,
    onKeyDown,
    /** Focuses the card with this id as soon as it is drawn where it now stands. */
    follow(id: string) {
      wanted.current = id;
    },
  };
}
