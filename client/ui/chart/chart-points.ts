/** A mark of a chart that can be walked to by arrow keys, read out, and opened. */
export interface ChartPoint {
  readonly label: string;
  readonly seriesIndex: number;
  readonly pointIndex: number;
  readonly open?: () => void;
}

/** Where an arrow key leads among `count` points; null when the key is not for the chart. Ends do not wrap. */
export function nextPoint(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  const leaps: Record<string, number> = {
    ArrowRight: active + 1,
    ArrowUp: active + 1,
    ArrowLeft: active - 1,
    ArrowDown: active - 1,
    PageDown: active + 10,
    PageUp: active - 10,
    Home: 0,
    End: last,
  };
  const wanted = leaps[key];
  return wanted === undefined ? null : Math.min(Math.max(wanted, 0), last);
}
