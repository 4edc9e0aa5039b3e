import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { catalogue } from '../../../server/analytics/metrics/catalogue.ts';

const camelCase = (file: string): string =>
  file.replace('.ts', '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

it('has one line for every metric, each named once.', () => {
  const files = readdirSync(join(import.meta.dirname, '../../../server/analytics/metrics')).map(camelCase);
  const fields = catalogue.map(({ field }) => field.split('.').at(-1) ?? '');
  for (const field of fields) expect(files).toContain(field);
  expect(new Set(fields).size).toBe(catalogue.length);
  for (const entry of catalogue) {
    expect(entry.question).toMatch(/\?$/);
    expect(entry.definition).toMatch(/\.$/);
  }
});
