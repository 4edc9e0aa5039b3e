import { expect, it } from 'vitest';
import { metricsTable } from '../../scripts/generate/readme-file.mjs';

it('The table of the metrics has a row for each, and a column for each of its texts.', () => {
  const metrics = [
    { name: 'Cycle time', startsWith: 'a | b', unit: 'days', compute: () => 1 },
    { name: 'Throughput', startsWith: 'c', unit: 'issues', compute: () => 1 },
  ];
  expect(metricsTable(metrics)).toBe(
    [
      '| name | starts with | unit |',
      '| --- | --- | --- |',
      '| Cycle time | a \\| b | days |',
      '| Throughput | c | issues |',
    ].join('\n'),
  );
});
