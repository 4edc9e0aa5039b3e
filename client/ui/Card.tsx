import { type ReactNode, useId } from 'react';
import { cn } from './cn.ts';

interface CardProps {
  title?: ReactNode;
  description?: ReactNode;
  /** Controls at the right of the title. */
  actions?: ReactNode;
  className?: string;
  children?: ReactNode;
}

/** A titled region of a page. */
export function Card({ title, description, actions, className, children }: CardProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={cn('rounded-lg border border-line bg-surface p-4 shadow-card', className)}
    >
      {(title || actions) && (
        <header className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div className="min-w-0">
            {title && (
              <h2 id={id} className="font-semibold">
                {title}
              </h2>
            )}
            {description && <p className="mt-0.5 text-xs text-ink-muted">{description}</p>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  );
}
