import type { ReactNode } from 'react';

/** A waiting part of a page: skeletons for the eye, words for the ear. */
export function Loading({ what, children }: { what: string; children: ReactNode }) {
  return (
    <div aria-busy="true">
      <p role="status" className="sr-only">
        Loading {what}…
      </p>
      {children}
    </div>
  );
}
