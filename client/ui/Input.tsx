import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

export const inputClasses = cn(
  'h-9 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-ink',
  'placeholder:text-ink-muted aria-invalid:border-danger disabled:opacity-60',
);

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={cn(inputClasses, className)} {...rest} />;
}
