import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { catalogue } from '../../../server/analytics/metrics/catalogue.ts';

const camelCase = (file: string): string =>
  file.replace('.ts', '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const joined = (first: string, second: string): string => `${first}${second.charAt(0).toUpperCase()}${second.slice(1)}`;

it('has one line for every metric, each named once.', () => {
  const files = readdirSync(join(import.meta.dirname, '../../../server/analytics/metrics')).map(camelCase);
  const fields = catalogue.map(({ field }) => field);
  for (const field of fields) {
    // A name that says little by itself is joined with the family's: issue-investigation.ts, financial-impact.ts.
    const [family = '', name = ''] = field.split('.');
    expect([name, joined(name, family), joined(family, name)].filter((file) => files.includes(file))).toHaveLength(1);
  }
  expect(new Set(fields).size).toBe(catalogue.length);
  for (const entry of catalogue) {
    expect(entry.question).toMatch(/\?$/);
    expect(entry.definition).toMatch(/\.$/);
  }
});
