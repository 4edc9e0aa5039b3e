import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import type { SourceFile } from './source-files.ts';

export interface ImportsOfFile {
  /** What is imported, in any of the five ways: a path of the repository, `node:…`, or the name of a package. */
  readonly targets: readonly string[];
  /** Those of them that are there when the program runs: types are not. */
  readonly loaded: readonly string[];
  /** Names that are imported only to be exported again. */
  readonly reExports: readonly string[];
}

/** Static imports, `import type`, `export … from`, `import('…')` and the type `import('…').Name`. */
export function importsOf({ path, text }: SourceFile): ImportsOfFile {
  const { module, program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const exported = module.staticExports.flatMap((statement) => statement.entries);
  const fromElsewhere = exported.filter((entry) => entry.moduleRequest !== null);
  const imported = new Set(
    module.staticImports.flatMap((statement) => statement.entries.map((entry) => entry.localName.value)),
  );
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest }) =>
    literal(text.slice(moduleRequest.start, moduleRequest.end)),
  );
  const isLoaded = (entries: readonly { isType: boolean }[]) =>
    entries.length === 0 || entries.some(({ isType }) => !isType);
  const loaded = [
    ...module.staticImports.filter(({ entries }) => isLoaded(entries)).map(({ moduleRequest }) => moduleRequest.value),
    ...fromElsewhere.filter(({ isType }) => !isType).map(({ moduleRequest }) => moduleRequest?.value ?? ''),
    ...dynamic,
  ];
  const typed = [
    ...module.staticImports.filter(({ entries }) => !isLoaded(entries)).map(({ moduleRequest }) => moduleRequest.value),
    ...fromElsewhere.filter(({ isType }) => isType).map(({ moduleRequest }) => moduleRequest?.value ?? ''),
    ...importTypes(program),
  ];
  return {
    targets: [...loaded, ...typed].map((specifier) => targetOf(path, specifier)),
    loaded: loaded.map((specifier) => targetOf(path, specifier)),
    reExports: [
      ...fromElsewhere.map((entry) => entry.exportName.name ?? '*'),
      ...exported.flatMap(({ localName }) => (localName.name && imported.has(localName.name) ? [localName.name] : [])),
    ],
  };
}

function targetOf(path: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
  if (specifier.startsWith('node:')) return specifier;
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/** A dynamic import of something computed has no target that could be known. */
function literal(expression: string): string[] {
  const match = /^(['"`])([^'"`$]*)\1$/.exec(expression);
  return match?.[2] ? [match[2]] : [];
}

function importTypes(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(importTypes);
  if (typeof node !== 'object' || node === null) return [];
  const found = 'type' in node && node.type === 'TSImportType' && 'source' in node ? literalValue(node.source) : [];
  return [...found, ...Object.values(node).flatMap(importTypes)];
}

function literalValue(node: unknown): string[] {
  return typeof node === 'object' && node !== null && 'value' in node ? [String(node.value)] : [];
}
