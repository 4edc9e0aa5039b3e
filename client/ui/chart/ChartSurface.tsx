import type { ECharts, EChartsCoreOption } from 'echarts/core';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { ChartPoint } from './chart-points.ts';

export interface ChartSurfaceControls {
  /** Shows the tooltip and emphasis of a point, or of none. */
  point(point: ChartPoint | null): void;
  png(background: string): string | null;
}

interface ChartSurfaceProps {
  option: EChartsCoreOption;
  height: number;
  onPoint: (seriesIndex: number, pointIndex: number) => void;
  /** When given, a click anywhere in a column of a grid counts, and one on a mark itself does not. */
  onColumn?: (gridIndex: number, pointIndex: number) => void;
  ref: Ref<ChartSurfaceControls>;
}

/** The canvas. ECharts is fetched on first use and follows the size of its place. */
export function ChartSurface({ option, height, onPoint, onColumn, ref }: ChartSurfaceProps) {
  const place = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<ECharts | null>(null);

  useEffect(() => {
    let made: ECharts | null = null;
    let gone = false;
    const sizes = new ResizeObserver(() => made?.resize());
    void import('./echarts-parts.ts').then(({ initChart }) => {
      if (gone || !place.current) return;
      made = initChart(place.current);
      sizes.observe(place.current);
      setChart(made);
    });
    return () => {
      gone = true;
      sizes.disconnect();
      made?.dispose();
      setChart(null);
    };
  }, []);

  useEffect(() => {
    chart?.setOption({ animation: false, ...option }, { notMerge: true });
  }, [chart, option]);

  useEffect(() => {
    if (!chart || onColumn) return;
    const onClick = (event: { seriesIndex?: number | undefined; dataIndex: number; componentType: string }) => {
      if (event.componentType === 'series') onPoint(event.seriesIndex ?? 0, event.dataIndex);
    };
    chart.on('click', onClick);
    return () => {
      if (!chart.isDisposed()) chart.off('click', onClick);
    };
  }, [chart, onPoint, onColumn]);

  useEffect(() => {
    if (!chart || !onColumn) return;
    const onClick = ({ offsetX, offsetY }: { offsetX: number; offsetY: number }) => {
      const { grid } = chart.getOption();
      const grids = Array.isArray(grid) ? grid.length : 1;
      for (let gridIndex = 0; gridIndex < grids; gridIndex += 1) {
        if (!chart.containPixel({ gridIndex }, [offsetX, offsetY])) continue;
        onColumn(gridIndex, chart.convertFromPixel({ xAxisIndex: gridIndex }, offsetX));
      }
    };
    const surface = chart.getZr();
    surface.on('click', onClick);
    return () => {
      if (!chart.isDisposed()) surface.off('click', onClick);
    };
  }, [chart, onColumn]);

  useImperativeHandle(
    ref,
    () => ({
      point(point) {
        chart?.dispatchAction({ type: 'downplay' });
        if (!point) return chart?.dispatchAction({ type: 'hideTip' });
        const target = { seriesIndex: point.seriesIndex, dataIndex: point.pointIndex };
        chart?.dispatchAction({ type: 'highlight', ...target });
        chart?.dispatchAction({ type: 'showTip', ...target });
      },
      png: (background) => chart?.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: background }) ?? null,
    }),
    [chart],
  );

  return <div ref={place} aria-hidden style={{ height }} className="w-full" />;
}
