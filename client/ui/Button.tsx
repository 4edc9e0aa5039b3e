import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

const looks = {
  primary: 'bg-accent text-accent-ink hover:brightness-95',
  secondary: 'border border-line bg-surface text-ink hover:bg-sunken',
  ghost: 'text-ink-soft hover:bg-sunken hover:text-ink',
  danger: 'border border-danger bg-surface text-danger hover:bg-danger-soft',
};

const sizes = { small: 'h-7 px-2 text-xs', medium: 'h-9 px-3', icon: 'size-8 justify-center' };

interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof looks;
  size?: keyof typeof sizes;
  /** Words shown while the work goes on; the button cannot be pressed meanwhile. */
  busy?: string | false;
  /** Styles the one child (a link) instead of drawing a button. */
  asChild?: boolean;
}

export function Button({
  look = 'secondary',
  size = 'medium',
  busy = false,
  asChild,
  className,
  ...rest
}: ButtonProps) {
  const classes = cn(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors',
    'disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-progress aria-disabled:opacity-70',
    looks[look],
    sizes[size],
    className,
  );
  if (asChild) return <Slot.Root className={classes} {...rest} />;
  const { children, onClick, ...others } = rest;
  return (
    <button
      type="button"
      className={classes}
      aria-disabled={busy ? true : undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
      {...others}
    >
      {busy || children}
    </button>
  );
}
