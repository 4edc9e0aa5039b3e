import { palette } from '../../ui/chart/palette.ts';
import { cn } from '../../ui/cn.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { useTheme } from '../../ui/theme.ts';
import type { CumulativeBand } from './cumulative-bands.ts';
import { bandColours } from './cumulative-option.ts';

interface StageLegendProps {
  bands: readonly CumulativeBand[];
  hidden: readonly string[];
  onChange: (hidden: readonly string[]) => void;
}

/** Which band is which stage, top to bottom, with its latest count; pressing one takes it out of the chart or back in. */
export function StageLegend({ bands, hidden, onChange }: StageLegendProps) {
  const formats = useFormats();
  const fills = bandColours(bands, palette[useTheme().shown]);
  return (
    <fieldset className="mb-2 flex flex-wrap gap-1">
      <legend className="sr-only">Stages shown, top to bottom</legend>
      {bands.map(({ id, name, counts }, place) => {
        const shown = !hidden.includes(id);
        return (
          <button
            key={id}
            type="button"
            aria-pressed={shown}
            onClick={() => onChange(shown ? [...hidden, id] : hidden.filter((one) => one !== id))}
            className={cn(
              'inline-flex items-center gap-1.5 rounded-md border border-line px-2 py-0.5 text-xs hover:bg-sunken',
              !shown && 'border-dashed text-ink-muted line-through',
            )}
          >
            <span
              aria-hidden
              className="size-2.5 rounded-xs border border-line-strong"
              style={{ background: shown ? fills[place] : 'transparent' }}
            />
            {name} <span className="figures text-ink-muted">{formats.number(counts.at(-1) ?? 0)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
