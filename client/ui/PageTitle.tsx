import type { ReactNode } from 'react';

interface PageTitleProps {
  title: string;
  /** When the tab should say more than the heading. */
  tab?: string;
  children?: ReactNode;
}

/** The page's only h1 and the browser tab's title; the shell moves focus here after a navigation. */
export function PageTitle({ title, tab, children }: PageTitleProps) {
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
      <title>{`${tab ?? title} · Quantum Sprout`}</title>
      <h1 tabIndex={-1} className="text-xl font-semibold tracking-tight">
        {title}
      </h1>
      {children}
    </div>
  );
}
