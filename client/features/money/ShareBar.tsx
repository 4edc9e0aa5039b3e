import { cn } from '../../ui/cn.ts';

interface ShareBarProps {
  /** 0 to 1. */
  share: number;
  /** The share whose bar is full. */
  longest: number;
  words: string;
  /** For what stands beside the share that matters. */
  muted?: boolean;
}

/** A share in a table's cell: a bar for the eye beside the number. */
export function ShareBar({ share, longest, words, muted = false }: ShareBarProps) {
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden className="h-2 flex-1">
        <span
          className={cn('block h-full rounded-full', muted ? 'bg-line-strong' : 'bg-accent')}
          style={{ width: `${longest > 0 ? (share / longest) * 100 : 0}%` }}
        />
      </span>
      <span className="figures w-12 text-right whitespace-nowrap">{words}</span>
    </span>
  );
}
