interface SparklineProps {
  values: readonly number[];
  /** The same in words: what it shows, where it begins, where it ends. */
  label: string;
  className?: string;
}

const [width, height, edge] = [120, 32, 3];

/** A small line for a table's cell, its zero at the bottom; the last value is marked. */
export function Sparkline({ values, label, className }: SparklineProps) {
  const most = Math.max(...values, 1);
  const x = (index: number): number => edge + (index / Math.max(values.length - 1, 1)) * (width - 2 * edge);
  const y = (value: number): number => height - edge - (value / most) * (height - 2 * edge);
  const last = values.length - 1;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className={className}
    >
      <line x1={edge} x2={width - edge} y1={height - edge} y2={height - edge} className="stroke-line" />
      <polyline
        points={values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ')}
        fill="none"
        strokeWidth={1.5}
        strokeLinejoin="round"
        className="stroke-accent"
      />
      {last >= 0 && <circle cx={x(last)} cy={y(values[last] ?? 0)} r={2.5} className="fill-accent" />}
    </svg>
  );
}
