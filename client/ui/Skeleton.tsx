import { cn } from './cn.ts';

/** Holds the place of what is coming, so that nothing jumps; the words for it are said once by the page. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('animate-pulse rounded-md bg-sunken', className)} />;
}
