import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { cn } from './cn.ts';

interface NumberTileProps {
  name: string;
  value: string;
  /** What became of it since before. */
  change?: ReactNode;
  /** What stands behind the number, in a few words. */
  note: ReactNode;
  /** An address, or what opens the issues behind it. */
  open: string | (() => void) | null;
}

const classes = 'flex h-full w-full flex-col rounded-lg border border-line bg-surface p-4 text-left shadow-card';

/** A key number that opens what it was counted from. */
export function NumberTile({ name, value, change, note, open }: NumberTileProps) {
  const content = (
    <>
      <span className="text-xs text-ink-muted">{name}</span>
      <span className="flex flex-wrap items-baseline justify-between gap-x-2">
        <span className="figures text-2xl font-semibold tracking-tight">{value}</span>
        {change}
      </span>
      <span className="text-xs text-ink-soft">{note}</span>
    </>
  );
  if (open === null) return <div className={classes}>{content}</div>;
  const clickable = cn(classes, 'hover:border-line-strong hover:bg-sunken');
  if (typeof open === 'string') {
    return (
      <Link to={open} className={clickable}>
        {content}
      </Link>
    );
  }
  return (
    <button type="button" onClick={open} className={clickable}>
      {content}
    </button>
  );
}
