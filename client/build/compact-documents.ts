import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, Kind, print } from 'graphql';
import type { Plugin } from 'vite';

const client = join(import.meta.dirname, '..');
const generated = join(client, 'gql/graphql.ts');

interface Written {
  /** What it is called in the generated file. */
  readonly constant: string;
  readonly document: DocumentNode;
}

/** The documents of the generated file by the names of their operation or fragment. */
function readDocuments(): ReadonlyMap<string, Written> {
  const declaration = /^export const (\w+) = (\{"kind":"Document".*\}) as unknown as /gm;
  const found = new Map<string, Written>();
  for (const [, constant = '', json = ''] of readFileSync(generated, 'utf8').matchAll(declaration)) {
    const document = JSON.parse(json) as DocumentNode;
    for (const name of namesIn(document).slice(0, 1)) found.set(name, { constant, document });
  }
  return found;
}

const namesIn = ({ definitions }: DocumentNode): readonly string[] =>
  definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION || one.kind === Kind.FRAGMENT_DEFINITION ? (one.name?.value ?? []) : [],
  );

/** Every document as its text, which is a tenth of its syntax tree; fragments stand before what spreads them. */
function writeDocuments(documents: ReadonlyMap<string, Written>): string {
  const lines = new Map<string, string>();
  const write = (name: string): void => {
    const written = documents.get(name);
    if (!written || lines.has(name)) return;
    const [own, ...fragments] = written.document.definitions;
    const spread = namesIn(written.document).slice(1);
    spread.forEach(write);
    const parts = [own ? print(own).replaceAll(/\s+/g, ' ') : '', ...fragments.map(() => '')];
    const used = spread.map((fragment) => `, ${documents.get(fragment)?.constant}`).join('');
    lines.set(name, `export const ${written.constant} = /* @__PURE__ */ gql(${JSON.stringify(parts)}${used});`);
  };
  for (const name of documents.keys()) write(name);
  return `import { gql } from '@urql/core';\n${[...lines.values()].join('\n')}\n`;
}

/**
 * Keeps the documents of the API small in the built client. As generated, each is there three times: where it is written,
 * in a table by its text, and as a syntax tree with a copy of every fragment it spreads. Built, it is there once, as text.
 */
export function compactDocuments(): Plugin {
  let documents: ReadonlyMap<string, Written> = new Map();
  return {
    name: 'compact-documents',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      documents = readDocuments();
    },
    transform(code, id) {
      if (id === generated) return { code: writeDocuments(documents), map: null };
      if (!id.startsWith(client) || !/\.tsx?$/.test(id) || !code.includes('graphql(`')) return null;
      const used = new Set<string>();
      const compact = code.replaceAll(/\bgraphql\(`\s*\w+ (\w+)[^`]*`\)/g, (call, name: string) => {
        const constant = documents.get(name)?.constant;
        if (constant === undefined) return call;
        used.add(constant);
        return constant;
      });
      return { code: `import { ${[...used].join(', ')} } from ${JSON.stringify(generated)};\n${compact}`, map: null };
    },
  };
}
