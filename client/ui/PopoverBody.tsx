import { Popover } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { cn } from './cn.ts';

interface PopoverBodyProps {
  /** The button that opens it. */
  trigger: ReactElement;
  label: string;
  className?: string;
  children: ReactNode;
}

/** The open popover. Drawn by Radix, which is loaded when the first one is wanted. */
export function PopoverBody({ trigger, label, className, children }: PopoverBodyProps) {
  return (
    <Popover.Root defaultOpen>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={12}
          aria-label={label}
          className={cn(
            'z-40 max-h-(--radix-popover-content-available-height) w-72 max-w-[calc(100vw-1.5rem)] overflow-y-auto',
            'rounded-lg border border-line bg-raised p-3 shadow-high',
            className,
          )}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
