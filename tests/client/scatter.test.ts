import { describe, expect, it } from 'vitest';
import { escapeHtml, scatterOption, seriesByType } from '../../client/features/cycle-time/scatter-option.ts';
import { palette } from '../../client/ui/chart/palette.ts';
import { createFormats } from '../../client/ui/format.ts';

const point = (key: string, type: string, days: number) => ({ key, type, days, doneAt: '2026-01-10T12:00:00Z' });
const points = [point('A-1', 'Bug', 2), point('A-2', 'Story', 0), point('A-3', 'Story', 5)];

describe('The cycle time scatter', () => {
  it('has a series per type, the most frequent first, with every point in it.', () => {
    expect(seriesByType(points).map((one) => [one.type, one.points.length])).toEqual([
      ['Story', 2],
      ['Bug', 1],
    ]);
  });

  it('lifts instant completions to the floor of a logarithmic axis, and leaves them at zero on a linear one.', () => {
    const lowest = (scale: 'log' | 'linear') => {
      const option = scatterOption(seriesByType(points), [], scale, createFormats('en', 'UTC'), palette.light);
      const series = option.series as { data: number[][] }[];
      return series[0]?.data[0]?.[1];
    };
    expect(lowest('linear')).toBe(0);
    expect(lowest('log')).toBe(0.01);
  });

  it('never lets a key become markup in its tooltip.', () => {
    expect(escapeHtml('<img src=x onerror="a">&')).toBe('&lt;img src=x onerror=&quot;a&quot;&gt;&amp;');
  });
});
