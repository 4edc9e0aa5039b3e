import { useState } from 'react';

export interface Draft<T> {
  readonly draft: T;
  /** What the draft began as. */
  readonly base: T;
  readonly changed: boolean;
  change(next: T): void;
  /** Back to what is saved. */
  undo(): void;
  /** After a save: this is what is saved now, whatever has not been asked for again yet. */
  settle(saved: T): void;
}

/**
 * What is being edited beside what is saved. When something else is saved meanwhile (in another tab), an untouched draft
 * follows, and a touched one stays.
 */
export function useDraft<T>(saved: T): Draft<T> {
  const text = JSON.stringify(saved);
  const [state, setState] = useState({ seen: text, base: saved, draft: saved });
  const changed = JSON.stringify(state.draft) !== JSON.stringify(state.base);
  if (state.seen !== text) setState({ seen: text, base: saved, draft: changed ? state.draft : saved });
  return {
    draft: state.draft,
    base: state.base,
    changed,
    change: (draft) => setState((now) => ({ ...now, draft })),
    undo: () => setState((now) => ({ ...now, draft: now.base })),
    settle: (next) => setState((now) => ({ ...now, base: next, draft: next })),
  };
}
