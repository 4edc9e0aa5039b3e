import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn.ts';

interface TableProps {
  /** Read out as the table's name; shown only when `captionShown`. */
  caption: string;
  captionShown?: boolean;
  head: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A table that scrolls sideways in itself on narrow screens; focusable, so that the keyboard can scroll it too. */
export function Table({ caption, captionShown = false, head, children, className }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className={cn('relative overflow-x-auto rounded-md', className)}>
      <table className="w-full border-collapse text-left">
        <caption className={captionShown ? 'pb-2 text-left text-xs text-ink-muted' : 'sr-only'}>{caption}</caption>
        <thead className="border-b border-line text-xs text-ink-muted">
          <tr>{head}</tr>
        </thead>
        <tbody className="divide-y divide-line">{children}</tbody>
      </table>
    </section>
  );
}

interface CellProps extends ComponentProps<'td'> {
  numeric?: boolean;
}

export function HeadCell({ numeric, className, ...rest }: ComponentProps<'th'> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      className={cn('px-2 py-1.5 font-medium whitespace-nowrap', numeric && 'text-right', className)}
      {...rest}
    />
  );
}

export function Cell({ numeric, className, ...rest }: CellProps) {
  return <td className={cn('px-2 py-1.5 align-top', numeric && 'text-right whitespace-nowrap', className)} {...rest} />;
}
