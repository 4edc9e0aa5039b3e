import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

/** A file of the repository: its path with slashes, relative to the root, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const root = join(import.meta.dirname, '../..');
const folders = ['server', 'sandbox', 'client', 'tests', 'bench', 'scripts'];
const generated = ['client/dist', 'client/gql'];

/** Every hand-written file of code, and those of the root. */
export function sourceFiles(): SourceFile[] {
  const atRoot = readdirSync(root).filter((name) => statSync(join(root, name)).isFile());
  return [...folders.flatMap(below), ...atRoot]
    .filter((path) => /\.(ts|tsx|mts|mjs|js)$/.test(path))
    .map((path) => ({ path, text: readText(path) }));
}

/** A text of the repository, by its path relative to the root. */
export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function below(folder: string): string[] {
  if (generated.includes(folder) || !statSync(join(root, folder), { throwIfNoEntry: false })) return [];
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = posix.join(folder, name);
    return statSync(join(root, path)).isDirectory() ? below(path) : [path];
  });
}
