import { parseSync } from 'oxc-parser';
import type { SourceFile } from './source-files.ts';

/** Words that say nothing: whatever bears one is about something else, and should be called that. */
const emptyWords = [
  'manager',
  'service',
  'helper',
  'helpers',
  'util',
  'utils',
  'common',
  'misc',
  'data',
  'info',
  'handle',
];

/** Words that others gave, or that say something together: the contract's, Relay's, Jira's, and plain English. */
const givenPhrases = [
  'page-info',
  'server-info',
  'data-quality',
  'data-receipt',
  'data-request',
  'data-subject',
  'personal-data',
  'service-target',
  'common-passwords',
];

export interface ExportedNames {
  readonly names: readonly string[];
  readonly hasDefault: boolean;
}

export function exportedNames({ path, text }: SourceFile): ExportedNames {
  const entries = parseSync(path, text).module.staticExports.flatMap((statement) => statement.entries);
  return {
    names: entries.flatMap(({ exportName }) =>
      exportName.kind === 'Name' && exportName.name ? [exportName.name] : [],
    ),
    hasDefault: entries.some(({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default'),
  };
}

/** Whether one of the words of a name, in camelCase or kebab-case, says nothing. DOM events have handlers. */
export function isEmptyName(name: string): boolean {
  if (/^handle[A-Z]/.test(name)) return false;
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
  const remaining = givenPhrases.reduce((text, phrase) => text.replace(phrase, ''), words);
  return remaining.split(/[^a-z0-9]+/).some((word) => emptyWords.includes(word));
}

const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.(test|types|config|d))?\.(ts|tsx|mts|mjs|js)$/;
const component = /^[A-Z][A-Za-z0-9]*\.tsx$/;

/** What is wrong with how a file and its exports are called. */
export function nameFaults(file: SourceFile): string[] {
  const fileName = file.path.split('/').at(-1) ?? '';
  const bare = fileName.replace(/\..*$/, '');
  const { names, hasDefault } = exportedNames(file);
  const isConfig = /(\.config\.ts|^codegen\.ts)$/.test(fileName);
  return [
    ...(kebab.test(fileName) || component.test(fileName) ? [] : ['is neither kebab-case nor PascalCase.tsx']),
    ...(component.test(fileName) && !names.includes(bare) ? [`does not export ${bare}`] : []),
    ...file.path
      .split('/')
      .filter((part) => isEmptyName(part.replace(/\..*$/, '')))
      .map((part) => `is called ${part}`),
    ...names.filter(isEmptyName).map((name) => `exports ${name}`),
    ...(hasDefault && !isConfig ? ['has a default export'] : []),
  ].map((fault) => `${file.path} ${fault}`);
}
