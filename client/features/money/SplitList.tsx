import { palette } from '../../ui/chart/palette.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import type { Amount } from '../../ui/format.ts';
import { useTheme } from '../../ui/theme.ts';
import { Sum } from './Sum.tsx';

interface Part {
  readonly name: string;
  readonly amount: Amount;
  readonly share: number;
}

/** Parts that are always in sight. */
const few = 4;

/** How an amount is made up: a bar for the eye, and each part with its share. */
export function SplitList({ of, split }: { of: string; split: readonly Part[] }) {
  const formats = useFormats();
  const colours = palette[useTheme().shown];
  if (split.length === 0) return <span className="text-ink-muted">–</span>;
  const colourOf = (place: number): string =>
    place < few ? (colours.series[place] ?? colours.finished) : colours.finished;
  const line = (part: Part, place: number) => (
    <li key={part.name} className="flex items-baseline gap-1.5">
      <span aria-hidden className="size-2 shrink-0 rounded-sm" style={{ background: colourOf(place) }} />
      <span className="min-w-0 truncate" title={part.name}>
        {part.name}
      </span>
      <span className="figures ml-auto whitespace-nowrap text-ink-muted">
        <Sum short amount={part.amount} /> · {formats.percent(part.share)}
      </span>
    </li>
  );
  const rest = split.slice(few);
  return (
    <div className="max-w-96 text-xs">
      <div aria-hidden className="mb-1 flex h-2 overflow-hidden rounded-full bg-sunken">
        {split.map((part, place) => (
          <span key={part.name} style={{ width: `${part.share * 100}%`, background: colourOf(place) }} />
        ))}
      </div>
      <ul aria-label={`Labour of ${of}, split`} className="space-y-0.5">
        {split.slice(0, few).map(line)}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary className="mt-0.5 text-accent-text underline">{formats.number(rest.length)} more</summary>
          <ul aria-label={`The rest of the labour of ${of}`} className="mt-0.5 space-y-0.5">
            {rest.map((part, place) => line(part, place + few))}
          </ul>
        </details>
      )}
    </div>
  );
}
