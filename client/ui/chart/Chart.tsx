import type { EChartsCoreOption } from 'echarts/core';
import { Image, Sheet, Table2 } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useCallback, useId, useMemo, useRef, useState } from 'react';
import { Button } from '../Button.tsx';
import { type TableContent, toCsv } from '../csv.ts';
import { downloadFile, downloadText } from '../download-file.ts';
import { useTheme } from '../theme.ts';
import { ChartSurface, type ChartSurfaceControls } from './ChartSurface.tsx';
import { ChartTable } from './ChartTable.tsx';
import { type ChartPoint, nextPoint } from './chart-points.ts';
import { type ChartColours, palette } from './palette.ts';

interface ChartProps {
  title: string;
  /** What the chart shows, in words, with its numbers. */
  summary: string;
  /** Has to keep its identity while nothing changes. */
  draw: (colours: ChartColours) => EChartsCoreOption;
  table: TableContent;
  /** In reading order: the order in which arrow keys walk. */
  points?: readonly ChartPoint[];
  /**
   * For charts whose marks stand in columns: the series of each grid, top to bottom. A click anywhere in a column is one
   * on the mark of that series in it.
   */
  columns?: readonly number[];
  /** Why there is nothing to draw; null when there is. */
  empty?: string | null;
  /** Opens the thing behind a row of the table. */
  openRow?: (row: number) => (() => void) | undefined;
  fileName: string;
  height?: number;
  actions?: ReactNode;
  /** What its marks mean, above them. */
  legend?: ReactNode;
  footer?: ReactNode;
}

const noPoints: readonly ChartPoint[] = [];

/** The one way to draw a chart: the same numbers for the eye, the ear, the keyboard and the spreadsheet. */
export function Chart(props: ChartProps) {
  const { title, summary, draw, table, points = noPoints, columns, fileName, height = 300, empty = null } = props;
  const id = useId();
  const theme = useTheme().shown;
  const surface = useRef<ChartSurfaceControls>(null);
  const [active, setActive] = useState<number>(-1);
  const [asTable, setAsTable] = useState(false);
  const option = useMemo(() => draw(palette[theme]), [draw, theme]);
  const current = points[active];

  function onKeyDown(event: KeyboardEvent) {
    const next = nextPoint(event.key, active, points.length);
    if (next !== null) {
      event.preventDefault();
      setActive(next);
      surface.current?.point(points[next] ?? null);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      current?.open?.();
    } else if (event.key === 'Escape') leave();
  }
  function leave() {
    setActive(-1);
    surface.current?.point(null);
  }
  const onPoint = useCallback(
    (seriesIndex: number, pointIndex: number) =>
      points.find((point) => point.seriesIndex === seriesIndex && point.pointIndex === pointIndex)?.open?.(),
    [points],
  );
  const onColumn = useCallback(
    (gridIndex: number, pointIndex: number) => {
      const seriesIndex = columns?.[gridIndex];
      if (seriesIndex !== undefined) onPoint(seriesIndex, pointIndex);
    },
    [columns, onPoint],
  );
  function savePng() {
    const image = surface.current?.png(palette[theme].surface);
    if (image) downloadFile(`${fileName}.png`, image);
  }

  return (
    <figure aria-labelledby={`${id}-title`} className="rounded-lg border border-line bg-surface p-4 shadow-card">
      <figcaption className="mb-2 flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0 flex-1 basis-64">
          <h2 id={`${id}-title`} className="font-semibold">
            {title}
          </h2>
          <p id={`${id}-summary`} className="text-xs text-ink-muted">
            {empty === null && summary}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-1">
          {props.actions}
          {empty === null && (
            <>
              <Button look="ghost" size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
                <Table2 size={14} aria-hidden /> {asTable ? 'View as chart' : 'View as table'}
              </Button>
              <Button
                look="ghost"
                size="small"
                onClick={() => downloadText(`${fileName}.csv`, 'text/csv', toCsv(table))}
              >
                <Sheet size={14} aria-hidden /> CSV
              </Button>
              {!asTable && (
                <Button look="ghost" size="small" onClick={savePng}>
                  <Image size={14} aria-hidden /> PNG
                </Button>
              )}
            </>
          )}
        </div>
      </figcaption>
      {props.legend}
      {empty !== null ? (
        <p style={{ minHeight: height / 2 }} className="grid place-items-center text-center text-ink-muted">
          {empty}
        </p>
      ) : asTable ? (
        <ChartTable title={title} table={table} height={height} openRow={props.openRow} />
      ) : (
        <div
          role="application"
          aria-roledescription="chart"
          aria-label={`${title}. ${points.length > 0 ? 'Arrow keys walk through the points, Enter opens one.' : ''}`}
          aria-describedby={`${id}-summary`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the points are walked by arrow keys from here
          tabIndex={0}
          onKeyDown={onKeyDown}
          onBlur={leave}
          className="rounded-md"
        >
          <ChartSurface
            ref={surface}
            option={option}
            height={height}
            onPoint={onPoint}
            {...(columns && { onColumn })}
          />
          <p aria-live="polite" className="sr-only">
            {current ? `${current.label}. ${active + 1} of ${points.length}.` : ''}
          </p>
        </div>
      )}
      {props.footer}
    </figure>
  );
}
