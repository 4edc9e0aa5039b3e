import type { ComponentProps } from 'react';
import { cn } from './cn.ts';
import { inputClasses } from './Input.tsx';

/** The platform's own select: the best keyboard and touch behaviour there is. */
export function NativeSelect({ className, ...rest }: ComponentProps<'select'>) {
  return <select className={cn(inputClasses, 'w-auto pr-7', className)} {...rest} />;
}
