import { describe, expect, it } from 'vitest';
import { nameFaults } from './names.ts';
import { readText, sourceFiles } from './source-files.ts';
import { textFiles } from './text-files.ts';

const files = sourceFiles();

/** Assembled from pieces, so that this file does not hold what it looks for. */
const forbidden: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a path of one machine', new RegExp(`(^|[\\s'"\`(=:])/${'(work|root|home|Users)'}/\\w`)],
  [
    'the host of a package registry',
    new RegExp(`https?://[\\w.-]*(${'registry|artifactory|nexus|verdaccio'})[\\w.-]*`, 'i'),
  ],
];

describe('the shape of the code', () => {
  it('is files of 300 lines at most.', () => {
    const long = files.filter(({ text }) => text.trimEnd().split('\n').length > 300);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('is names that say something, spelt as their kind is.', () => {
    expect(files.flatMap(nameFaults)).toEqual([]);
  });

  it('is tests that all run.', () => {
    const unrun = /\b(it|test|describe)(\.\w+)*\.(skip|only|todo|skipIf|fails)\b/;
    const tests = files.filter(({ path }) => path.startsWith('tests/') && path !== 'tests/house/shape.test.ts');
    expect(tests.filter(({ text }) => unrun.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('is tests whose titles are sentences.', () => {
    const title = /^\s*(?:it|test)(?:\.\w+\([^\n]*\))?\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gm;
    const faults = files
      .filter(({ path }) => path.endsWith('.test.ts'))
      .flatMap(({ path, text }) => [...text.matchAll(title)].map((match) => `${path}: ${match[2]}`))
      .filter((line) => !/[.?!]$/.test(line) && !/%s$/.test(line));
    expect(faults).toEqual([]);
  });

  it.each(forbidden)('does not hold %s.', (_what, pattern) => {
    expect(
      textFiles()
        .filter(({ text }) => pattern.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it('is a lock file that says what to install and not from where.', () => {
    expect(readText('package-lock.json')).not.toMatch(/"resolved": "https?:/);
  });
});

describe('a planted fault is found', () => {
  it.each([
    ['server/issueStore.ts', '', 'is neither kebab-case nor PascalCase.tsx'],
    ['client/ui/Card.tsx', 'export function Panel() {}', 'does not export Card'],
    ['server/date-utils.ts', '', 'is called date-utils.ts'],

    ['server/common/sync.ts', '', 'is called common'],
    ['server/sync.ts', 'export class SyncManager {}', 'exports SyncManager'],
    ['server/sync.ts', 'export const issueData = 1;', 'exports issueData'],
    ['server/sync.ts', 'export default 1;', 'has a default export'],
    ['vite.config.ts', 'export default 1;', null],
    ['server/graphql/shared/page-info.ts', 'export class PageInfo {}', null],
    ['server/data-requests.ts', 'export class DataRequestData {}', 'exports DataRequestData'],
  ])('in %s: %s', (path, text, fault) => {
    expect(nameFaults({ path, text })).toEqual(fault === null ? [] : [`${path} ${fault}`]);
  });

  it('where a path or a host is written down.', () => {
    const [path, host] = forbidden.map(([, pattern]) => pattern);
    expect(`const file = '/${'home'}/carla/file';`).toMatch(path ?? /^$/);
    expect(`https://${'registry'}.example.com/`).toMatch(host ?? /^$/);
    expect('import a from "../home/a.ts"; // see https://example.com/registry').not.toMatch(path ?? /./);
  });
});
