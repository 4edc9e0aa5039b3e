import type { ReactNode } from 'react';

/** What is shown stays readable while another answer is fetched; a line above it says that one is on its way. */
export function Refreshing({ busy, children }: { busy: boolean; children: ReactNode }) {
  return (
    <div aria-busy={busy} className="relative space-y-4">
      {busy && <div aria-hidden className="absolute inset-x-0 -top-2 h-0.5 animate-pulse rounded-full bg-accent" />}
      {children}
    </div>
  );
}
