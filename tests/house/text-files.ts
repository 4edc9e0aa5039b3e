import { readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { readText, type SourceFile } from './source-files.ts';

const root = join(import.meta.dirname, '../..');
const notOurs = ['node_modules', '.git', 'dist', '.data', '.cache', 'coverage', 'test-results', 'bench-results.json'];
const text = /(\.(ts|tsx|mts|mjs|js|json|graphql|css|html|md|yml|yaml|sh|svg|grit)|^\.\w+|^run|file)$/i;

/** Everything of the repository that people can read: code, documents, settings. */
export function textFiles(folder = '.'): SourceFile[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = posix.join(folder, name);
    if (notOurs.includes(name)) return [];
    if (statSync(join(root, path)).isDirectory()) return textFiles(path);
    return text.test(name) && !name.endsWith('.log') ? [{ path, text: readText(path) }] : [];
  });
}
