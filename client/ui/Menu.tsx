import { DropdownMenu } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn.ts';

interface MenuProps {
  trigger: ReactNode;
  /** Shown above the items. */
  heading?: ReactNode;
  children: ReactNode;
}

/** A menu that is drawn when it is first wanted, and so begins open. It stays in the landmark of its button. */
export function Menu({ trigger, heading, children }: MenuProps) {
  return (
    <DropdownMenu.Root defaultOpen modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Content
        align="end"
        sideOffset={6}
        collisionPadding={8}
        className="z-40 min-w-56 rounded-lg border border-line bg-raised p-1 shadow-high"
      >
        {heading && <DropdownMenu.Label className="px-2 py-1.5 text-xs text-ink-muted">{heading}</DropdownMenu.Label>}
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

export function MenuItem({ className, ...rest }: ComponentProps<typeof DropdownMenu.Item>) {
  return (
    <DropdownMenu.Item
      className={cn(
        'flex cursor-pointer items-center gap-2 rounded px-2 py-1.5 outline-none select-none data-highlighted:bg-sunken',
        className,
      )}
      {...rest}
    />
  );
}
