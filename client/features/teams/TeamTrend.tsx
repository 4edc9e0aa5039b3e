import { useFormats } from '../../ui/FormatProvider.tsx';
import { Sparkline } from '../../ui/Sparkline.tsx';

interface TeamTrendProps {
  team: string;
  trend: readonly { readonly date: string; readonly value: number }[];
}

/** A team against its own past: finished issues week by week. */
export function TeamTrend({ team, trend }: TeamTrendProps) {
  const formats = useFormats();
  const [first, last] = [trend[0], trend.at(-1)];
  if (!first || !last) return <span className="text-xs text-ink-muted">No whole week</span>;
  const words = `Finished by ${team} a week: ${formats.number(first.value)} in the week of ${formats.date(first.date)}, ${formats.number(last.value)} in the week of ${formats.date(last.date)}, at most ${formats.number(Math.max(...trend.map((week) => week.value)))}`;
  return <Sparkline values={trend.map((week) => week.value)} label={words} />;
}
