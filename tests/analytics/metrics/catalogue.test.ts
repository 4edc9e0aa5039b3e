import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { catalogue } from '../../../server/analytics/metrics/catalogue.ts';

const camelCase = (file: string): string =>
  file.replace('.ts', '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

it('has one line for every metric, each named once.', () => {
  const files = readdirSync(join(import.meta.dirname, '../../../server/analytics/metrics')).map(camelCase);
  const fields = catalogue.map(({ field }) => field);
  for (const field of fields) {
    // What is asked of one thing is named after the family too: investigation.issue is issue-investigation.ts.
    const [family = '', name = ''] = field.split('.');
    expect(
      [name, `${name}${family.charAt(0).toUpperCase()}${family.slice(1)}`].filter((file) => files.includes(file)),
    ).toHaveLength(1);
  }
  expect(new Set(fields).size).toBe(catalogue.length);
  for (const entry of catalogue) {
    expect(entry.question).toMatch(/\?$/);
    expect(entry.definition).toMatch(/\.$/);
  }
});
