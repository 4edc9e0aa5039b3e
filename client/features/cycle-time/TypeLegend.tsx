import { palette } from '../../ui/chart/palette.ts';
import { cn } from '../../ui/cn.ts';
import { useTheme } from '../../ui/theme.ts';
import type { ScatterSeries } from './scatter-option.ts';

/** As the chart draws them, in the order of its symbols. */
const glyphs = ['●', '▲', '■', '◆', '▣', '▼', '➤'];

interface TypeLegendProps {
  series: readonly ScatterSeries[];
  hidden: readonly string[];
  onChange: (hidden: readonly string[]) => void;
}

/** Which mark is which type; pressing one takes its dots out of the chart or back in. */
export function TypeLegend({ series, hidden, onChange }: TypeLegendProps) {
  const colours = palette[useTheme().shown].series;
  const last = glyphs.length - 1;
  return (
    <fieldset className="mb-2 flex flex-wrap gap-1">
      <legend className="sr-only">Types shown</legend>
      {series.map(({ type, points }, index) => {
        const shown = !hidden.includes(type);
        return (
          <button
            key={type}
            type="button"
            aria-pressed={shown}
            onClick={() => onChange(shown ? [...hidden, type] : hidden.filter((one) => one !== type))}
            className={cn(
              'inline-flex items-center gap-1.5 rounded-md border border-line px-2 py-0.5 text-xs hover:bg-sunken',
              !shown && 'border-dashed text-ink-muted line-through',
            )}
          >
            <span aria-hidden style={{ color: shown ? colours[Math.min(index, last)] : undefined }}>
              {glyphs[Math.min(index, last)]}
            </span>
            {type} <span className="figures text-ink-muted">{points.length}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
