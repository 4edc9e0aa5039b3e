interface MeterProps {
  label: string;
  /** 0 to 1; null while the whole is not known. */
  share: number | null;
  /** The same in words, read out instead of a bare percentage. */
  words: string;
}

/** How far something is. */
export function Meter({ label, share, words }: MeterProps) {
  const percent = share === null ? null : Math.round(Math.min(Math.max(share, 0), 1) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent ?? undefined}
      aria-valuetext={words}
      className="h-2 overflow-hidden rounded-full bg-sunken"
    >
      <div
        className={percent === null ? 'h-full w-1/3 animate-pulse bg-accent' : 'h-full bg-accent transition-[width]'}
        style={percent === null ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
}
